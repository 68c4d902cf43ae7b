// The functions of ICU that Blazz calls, by names that do not carry ICU's version: ICU renames its own (ucol_open is
// ucol_open_72), by macros that Swift does not import.
//
// ICU's headers of types stay out on purpose: Foundation on Linux brings an ICU of another version as a module, and a
// module that imports both would see two definitions of UErrorCode. Only the version header, which holds macros, is
// read; the prototypes below restate ICU's stable C interface with opaque types and plain integers.
#ifndef BLAZZ_CICU_SHIM_H
#define BLAZZ_CICU_SHIM_H

#include <stdint.h>
#include <unicode/uvernum.h>

#define BLAZZ_ICU(name) U_ICU_ENTRY_POINT_RENAME(name)

typedef struct BlazzCollator BlazzCollator;
typedef struct BlazzWordBreaker BlazzWordBreaker;
typedef struct BlazzText BlazzText;

// A status is ICU's UErrorCode: below 0 a warning, 0 success, above 0 a failure.

extern const char *BLAZZ_ICU(u_errorName)(int32_t code);
extern BlazzCollator *BLAZZ_ICU(ucol_open)(const char *locale, int32_t *status);
extern void BLAZZ_ICU(ucol_close)(BlazzCollator *collator);
extern void BLAZZ_ICU(ucol_setStrength)(BlazzCollator *collator, int32_t strength);
extern int32_t BLAZZ_ICU(ucol_getSortKey)(
    const BlazzCollator *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity);
extern int32_t BLAZZ_ICU(ucol_strcollUTF8)(
    const BlazzCollator *collator, const char *left, int32_t leftLength, const char *right, int32_t rightLength,
    int32_t *status);
extern void BLAZZ_ICU(ucol_getVersion)(const BlazzCollator *collator, uint8_t *version);
extern void BLAZZ_ICU(ucol_getUCAVersion)(const BlazzCollator *collator, uint8_t *version);
extern uint16_t *BLAZZ_ICU(u_strFromUTF8WithSub)(
    uint16_t *target, int32_t capacity, int32_t *length, const char *text, int32_t textLength, int32_t substitute,
    int32_t *substitutions, int32_t *status);
extern BlazzWordBreaker *BLAZZ_ICU(ubrk_open)(
    int32_t kind, const char *locale, const uint16_t *text, int32_t length, int32_t *status);
extern void BLAZZ_ICU(ubrk_close)(BlazzWordBreaker *breaker);
extern void BLAZZ_ICU(ubrk_setUText)(BlazzWordBreaker *breaker, BlazzText *text, int32_t *status);
extern int32_t BLAZZ_ICU(ubrk_first)(BlazzWordBreaker *breaker);
extern int32_t BLAZZ_ICU(ubrk_next)(BlazzWordBreaker *breaker);
extern int32_t BLAZZ_ICU(ubrk_getRuleStatus)(BlazzWordBreaker *breaker);
extern BlazzText *BLAZZ_ICU(utext_openUTF8)(BlazzText *text, const char *bytes, int64_t length, int32_t *status);
extern BlazzText *BLAZZ_ICU(utext_close)(BlazzText *text);
extern int8_t BLAZZ_ICU(u_charType)(int32_t character);
extern int32_t BLAZZ_ICU(u_getIntPropertyValue)(int32_t character, int32_t property);
extern void BLAZZ_ICU(u_getVersion)(uint8_t *version);
extern void BLAZZ_ICU(u_getUnicodeVersion)(uint8_t *version);
extern void BLAZZ_ICU(u_versionToString)(const uint8_t *version, char *text);

// U_MAX_VERSION_LENGTH and U_MAX_VERSION_STRING_LENGTH.
enum { blazzVersionByteCount = 4, blazzVersionTextByteCount = 20 };

static inline const char *blazz_u_errorName(int32_t code) { return BLAZZ_ICU(u_errorName)(code); }

static inline BlazzCollator *blazz_ucol_open(const char *locale, int32_t *status) {
  return BLAZZ_ICU(ucol_open)(locale, status);
}

static inline void blazz_ucol_close(BlazzCollator *collator) { BLAZZ_ICU(ucol_close)(collator); }

static inline void blazz_ucol_setStrength(BlazzCollator *collator, int32_t strength) {
  BLAZZ_ICU(ucol_setStrength)(collator, strength);
}

static inline int32_t blazz_ucol_getSortKey(
    const BlazzCollator *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity) {
  return BLAZZ_ICU(ucol_getSortKey)(collator, text, length, key, capacity);
}

static inline int32_t blazz_ucol_strcollUTF8(
    const BlazzCollator *collator, const char *left, int32_t leftLength, const char *right, int32_t rightLength,
    int32_t *status) {
  return BLAZZ_ICU(ucol_strcollUTF8)(collator, left, leftLength, right, rightLength, status);
}

static inline void blazz_ucol_getVersion(const BlazzCollator *collator, uint8_t *version) {
  BLAZZ_ICU(ucol_getVersion)(collator, version);
}

static inline void blazz_ucol_getUCAVersion(const BlazzCollator *collator, uint8_t *version) {
  BLAZZ_ICU(ucol_getUCAVersion)(collator, version);
}

static inline void blazz_u_strFromUTF8WithSub(
    uint16_t *target, int32_t capacity, int32_t *length, const char *text, int32_t textLength, int32_t substitute,
    int32_t *status) {
  BLAZZ_ICU(u_strFromUTF8WithSub)(target, capacity, length, text, textLength, substitute, 0, status);
}

static inline BlazzWordBreaker *blazz_ubrk_openWords(const char *locale, int32_t *status) {
  const int32_t words = 1;  // UBRK_WORD
  return BLAZZ_ICU(ubrk_open)(words, locale, 0, 0, status);
}

static inline void blazz_ubrk_close(BlazzWordBreaker *breaker) { BLAZZ_ICU(ubrk_close)(breaker); }

static inline void blazz_ubrk_setUText(BlazzWordBreaker *breaker, BlazzText *text, int32_t *status) {
  BLAZZ_ICU(ubrk_setUText)(breaker, text, status);
}

static inline int32_t blazz_ubrk_first(BlazzWordBreaker *breaker) { return BLAZZ_ICU(ubrk_first)(breaker); }

static inline int32_t blazz_ubrk_next(BlazzWordBreaker *breaker) { return BLAZZ_ICU(ubrk_next)(breaker); }

static inline int32_t blazz_ubrk_getRuleStatus(BlazzWordBreaker *breaker) {
  return BLAZZ_ICU(ubrk_getRuleStatus)(breaker);
}

static inline BlazzText *blazz_utext_openUTF8(BlazzText *text, const char *bytes, int64_t length, int32_t *status) {
  return BLAZZ_ICU(utext_openUTF8)(text, bytes, length, status);
}

static inline void blazz_utext_close(BlazzText *text) { BLAZZ_ICU(utext_close)(text); }

static inline int8_t blazz_u_charType(int32_t character) { return BLAZZ_ICU(u_charType)(character); }

static inline int32_t blazz_u_lineBreak(int32_t character) {
  const int32_t lineBreak = 0x1008;  // UCHAR_LINE_BREAK
  return BLAZZ_ICU(u_getIntPropertyValue)(character, lineBreak);
}

static inline int32_t blazz_u_script(int32_t character) {
  const int32_t script = 0x100A;  // UCHAR_SCRIPT
  return BLAZZ_ICU(u_getIntPropertyValue)(character, script);
}

static inline int32_t blazz_u_graphemeClusterBreak(int32_t character) {
  const int32_t graphemeClusterBreak = 0x1012;  // UCHAR_GRAPHEME_CLUSTER_BREAK
  return BLAZZ_ICU(u_getIntPropertyValue)(character, graphemeClusterBreak);
}

static inline void blazz_u_getVersion(uint8_t *version) { BLAZZ_ICU(u_getVersion)(version); }

static inline void blazz_u_getUnicodeVersion(uint8_t *version) { BLAZZ_ICU(u_getUnicodeVersion)(version); }

static inline void blazz_u_versionToString(const uint8_t *version, char *text) {
  BLAZZ_ICU(u_versionToString)(version, text);
}

#undef BLAZZ_ICU

#endif
