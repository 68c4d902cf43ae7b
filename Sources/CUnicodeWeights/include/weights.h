// Made by Scripts/make-collation-table.py from the weights of utf8mb4_unicode_ci. Do not edit.
#ifndef BLAZZ_UNICODE_WEIGHTS_H
#define BLAZZ_UNICODE_WEIGHTS_H

#include <stdint.h>

/// The key byte of an ASCII character that has exactly one and sorts above space; 0 for every other byte.
extern const uint8_t blazz_ci_plain_keys[256];

/// The length in bytes of the key unit that begins with a lead byte; 0 where no unit begins so.
extern const uint8_t blazz_ci_unit_lengths[256];

/// By the upper byte of a BMP code point: the number of its page, or BLAZZ_CI_NO_PAGE.
extern const uint8_t blazz_ci_pages[256];

/// 256 entries a page. Bits 24-31: n, the length of the key bytes. Where n <= 3, bits 0-23 are the key bytes, the
/// first one lowest; otherwise the offset of n bytes in blazz_ci_expansions. Equal entries: equal weights.
extern const uint32_t blazz_ci_entries[15104];

/// Key bytes of the code points that have more than three.
extern const uint8_t blazz_ci_expansions[2776];

static inline const uint8_t *_Nonnull blazz_ci_plain_key_table(void) { return blazz_ci_plain_keys; }
static inline const uint8_t *_Nonnull blazz_ci_unit_length_table(void) { return blazz_ci_unit_lengths; }
static inline const uint8_t *_Nonnull blazz_ci_page_table(void) { return blazz_ci_pages; }
static inline const uint32_t *_Nonnull blazz_ci_entry_table(void) { return blazz_ci_entries; }
static inline const uint8_t *_Nonnull blazz_ci_expansion_table(void) { return blazz_ci_expansions; }

#define BLAZZ_CI_NO_PAGE 0xff
/// Lead of U+4E00-4EFF; the lead rises by one a page, the lower byte of the code point follows.
#define BLAZZ_CI_HAN_LEAD 0x9a
/// Leads before the two bytes of a code point: U+3400-4CFF; all others without a page.
#define BLAZZ_CI_EXTENSION_LEAD 0xed
#define BLAZZ_CI_OTHER_LEAD 0xee
/// The whole unit of any supplementary character.
#define BLAZZ_CI_SUPPLEMENTARY_LEAD 0xef

#endif
