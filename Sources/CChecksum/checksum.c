#include "checksum.h"

#include <string.h>

static uint32_t table[256];

uint32_t blazz_crc32c_portable(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *p = bytes;
  crc = ~crc;
  while (count--) crc = table[(crc ^ *p++) & 0xFF] ^ (crc >> 8);
  return ~crc;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define INSTRUCTIONS __attribute__((target("sse4.2,pclmul")))
/// The longest of three streams, in words of 8 bytes.
#define STREAM_WORDS 128
/// What moves a sum over n words: x^(64 n - 33) modulo the polynomial, bits reflected.
static uint32_t over_words[2 * STREAM_WORDS + 1];
static int has_instructions;

static uint64_t word_at(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

/// The sum `crc` as it is after n words of zeros. A product of reflected numbers is one bit short, the instruction
/// multiplies by x^32: hence the 33.
INSTRUCTIONS static uint64_t move(uint64_t crc, size_t words) {
  __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128(crc), _mm_cvtsi32_si128(over_words[words]), 0);
  return _mm_crc32_u64(0, _mm_cvtsi128_si64(product));
}

/// The instruction takes three cycles and starts one in each: three streams at a time keep it busy.
INSTRUCTIONS static inline __attribute__((always_inline)) uint32_t sum(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *p = bytes;
  uint64_t a = (uint32_t)~crc;
  while (count >= 96) {
    size_t words = count / 24 < STREAM_WORDS ? count / 24 : STREAM_WORDS;
    const uint8_t *q = p + 8 * words, *r = q + 8 * words;
    uint64_t b = 0, c = 0;
    for (size_t i = 0; i < words; i++, p += 8, q += 8, r += 8) {
      a = _mm_crc32_u64(a, word_at(p));
      b = _mm_crc32_u64(b, word_at(q));
      c = _mm_crc32_u64(c, word_at(r));
    }
    a = move(a, 2 * words) ^ move(b, words) ^ c;
    p = r;
    count -= 24 * words;
  }
  for (; count >= 8; count -= 8, p += 8) a = _mm_crc32_u64(a, word_at(p));
  if (count & 4) {
    uint32_t half;
    memcpy(&half, p, 4);
    a = _mm_crc32_u32((uint32_t)a, half);
    p += 4;
  }
  if (count & 2) {
    uint16_t quarter;
    memcpy(&quarter, p, 2);
    a = _mm_crc32_u16((uint32_t)a, quarter);
    p += 2;
  }
  if (count & 1) a = _mm_crc32_u8((uint32_t)a, *p);
  return ~(uint32_t)a;
}

INSTRUCTIONS static uint32_t crc32c_instruction(uint32_t crc, const void *bytes, size_t count) {
  return sum(crc, bytes, count);
}

/// One call for the three parts: a row is summed each time it is read.
INSTRUCTIONS static uint32_t row_crc32c_instruction(
    uint8_t table, const void *key, size_t key_count, const void *row, size_t row_count) {
  uint32_t crc = ~_mm_crc32_u8(~0u, table);
  return sum(sum(crc, key, key_count), row, row_count);
}

INSTRUCTIONS static void fill_over_words(void) {
  over_words[1] = 1;
  for (size_t n = 1; n < 2 * STREAM_WORDS; n++) over_words[n + 1] = (uint32_t)_mm_crc32_u64(over_words[n], 0);
}

static void prepare_instructions(void) {
  has_instructions = __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
  if (has_instructions) fill_over_words();
}
#elif defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

static const int has_instructions = 1;

static uint32_t crc32c_instruction(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *p = bytes;
  uint32_t c = ~crc;
  for (; count >= 8; count -= 8, p += 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    c = __crc32cd(c, word);
  }
  while (count--) c = __crc32cb(c, *p++);
  return ~c;
}

static void prepare_instructions(void) {}
#else
#define crc32c_instruction blazz_crc32c_portable
static const int has_instructions = 0;

static void prepare_instructions(void) {}
#endif

__attribute__((constructor)) static void prepare(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int k = 0; k < 8; k++) c = (c & 1) ? (c >> 1) ^ 0x82F63B78u : c >> 1;
    table[i] = c;
  }
  prepare_instructions();
}

uint32_t blazz_crc32c(uint32_t crc, const void *bytes, size_t count) {
  return has_instructions ? crc32c_instruction(crc, bytes, count) : blazz_crc32c_portable(crc, bytes, count);
}

uint32_t blazz_row_crc32c(uint8_t table, const void *key, size_t key_count, const void *row, size_t row_count) {
#if defined(__x86_64__)
  if (has_instructions) return row_crc32c_instruction(table, key, key_count, row, row_count);
#endif
  return blazz_crc32c(blazz_crc32c(blazz_crc32c(0, &table, 1), key, key_count), row, row_count);
}
