#ifndef BLAZZ_COMPARE_FLOOR_KEYS_H
#define BLAZZ_COMPARE_FLOOR_KEYS_H

#include <stdint.h>
#include <string.h>

// Key elements as docs/format.md lays them out.

/// What ends a text.
#define TEXT_END 0x0B

/// Appends an integer element of a number that is not negative; returns what it takes.
static inline size_t put_integer(uint8_t *to, uint64_t number) {
  size_t length = number ? (size_t)(71 - __builtin_clzll(number)) / 8 : 0;
  to[0] = (uint8_t)(0x80 + length);
  for (size_t i = 0; i < length; i++) to[1 + i] = (uint8_t)(number >> 8 * (length - 1 - i));
  return 1 + length;
}

/// NULL and negative numbers are 0.
static inline uint64_t get_integer(const uint8_t *element) {
  uint64_t number = 0;
  for (int i = 1; i <= element[0] - 0x80; i++) number = number << 8 | element[i];
  return number;
}

static inline const uint8_t *skip_integer(const uint8_t *element) {
  uint8_t tag = element[0];
  return element + 1 + (tag >= 0x80 ? tag - 0x80 : tag ? 0x7F - tag : 0);
}

/// The unit of an ASCII character.
static inline uint8_t text_unit(uint8_t c) {
  static const uint8_t letters[] = {0x56, 0x58, 0x5A, 0x5C, 0x5E, 0x60, 0x62, 0x64, 0x66, 0x68, 0x6A, 0x6C, 0x6E,
                                    0x70, 0x72, 0x74, 0x76, 0x78, 0x7A, 0x7C, 0x7E, 0x80, 0x82, 0x84, 0x85, 0x87};
  if (c >= '0' && c <= '9') return (uint8_t)(0x4C + c - '0');
  if (c >= 'a' && c <= 'z') return letters[c - 'a'];
  if (c >= 'A' && c <= 'Z') return letters[c - 'A'];
  switch (c) {
  case '_': return 0x12;
  case '-': return 0x14;
  case ':': return 0x1A;
  case '.': return 0x20;
  case '+': return 0x39;
  case '/': return 0x30;
  case '=': return 0x3C;
  case ' ': return 0x0C;
  default: return 0;
  }
}

/// Appends the units of a text of ASCII letters, digits and a few signs, without what ends it.
static inline size_t put_text(uint8_t *to, const char *text) {
  size_t length = 0;
  for (; text[length]; length++) to[length] = text_unit((uint8_t)text[length]);
  return length;
}

#endif
