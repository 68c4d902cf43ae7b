#!/usr/bin/env python3
"""Turns the weights of utf8mb4_unicode_ci into the C tables of Sources/CUnicodeWeights.

Run from the root of the package, without arguments: python3 Scripts/make-collation-table.py

Input: Tests/UnicodeTextTests/Resources/unicode_ci.tsv.gz, one line per explicitly weighed code point of the BMP:
hex code point, tab, its 2-byte primary weights in hex (none: the code point is ignorable). Output: weights.c and
include/weights.h. The same input always gives the same bytes; a change of the output changes stored keys.

Every weight becomes a unit of key bytes whose first byte (lead) tells its length. Leads rise with the weights:
    02-09  weights below space            0A  space before a lower weight
    0B     end of the key                 0C  space before a higher weight
    0D-    one lead for each primary weight of ASCII; a run of other weights between two of them shares
           leads, 256 weights a lead, and takes one more byte; then Han with one more byte, and the rest.
An implicit pair of weights orders like its base, then its code point, and so becomes one unit.
"""
import gzip
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Tests/UnicodeTextTests/Resources/unicode_ci.tsv.gz"
TARGET = ROOT / "Sources/CUnicodeWeights"

SPACE = 0x0209
LOWS = range(0x0201, 0x0209)
END, SPACE_BEFORE_HIGHER, FIRST_LEAD = 0x0B, 0x0C, 0x0D
SUPPLEMENTARY = 0xFFFD
HAN = range(0x4E00, 0x9FA6)
HAN_BASE, EXTENSION_BASE, OTHER_BASE = 0xFB40, 0xFB80, 0xFBC0
NO_PAGE = 0xFF


def read_weights():
    weights = {}
    with gzip.open(SOURCE, "rt", encoding="ascii") as lines:
        for line in lines:
            code, digits = line.rstrip("\n").split("\t")
            weights[int(code, 16)] = [int(digits[i : i + 4], 16) for i in range(0, len(digits), 4)]
    return weights


def implicit_pair(code):
    if code in HAN or code in (0xFA0E, 0xFA0F, 0xFA11):
        base = HAN_BASE
    elif 0x3400 <= code <= 0x4DB5:
        base = EXTENSION_BASE
    else:
        base = OTHER_BASE
    return (base + (code >> 15), (code & 0x7FFF) | 0x8000)


def symbols_of(weights):
    """Weights in groups of one, or of two where the first begins an implicit pair."""
    result, rest = [], list(weights)
    while rest:
        head = rest.pop(0)
        if HAN_BASE <= head <= OTHER_BASE + 1:
            result.append((head, rest.pop(0)))
        else:
            assert head < 0x8000, hex(head)
            result.append((head,))
    return result


class Units:
    """Assigns leads in rising order, and gives the bytes of a symbol."""

    def __init__(self, weights):
        self.lengths = [0] * 256
        self.singles = {(weight,): bytes([weight - LOWS.start + 2]) for weight in LOWS}
        self.singles[(SPACE,)] = bytes([SPACE_BEFORE_HIGHER])
        for lead in list(range(0x02, 0x0B)) + [SPACE_BEFORE_HIGHER]:
            self.lengths[lead] = 1
        self.next_lead = FIRST_LEAD
        self.assign_singles(weights)
        self.han = self.take(2, leads=(HAN.stop - 1 >> 8) - (HAN.start >> 8) + 1)
        self.han_compatibility = self.take(3)
        self.extension = self.take(3)
        self.other = self.take(3)
        self.supplementary = self.take(1)
        assert self.next_lead <= 256, self.next_lead

    def take(self, length, leads=1):
        first = self.next_lead
        self.next_lead += leads
        for lead in range(first, self.next_lead):
            self.lengths[lead] = length
        return first

    def assign_singles(self, weights):
        ascii_weights = {weights[code][0] for code in range(0x21, 0x7F)}
        used = {s[0] for list_ in weights.values() for s in symbols_of(list_) if len(s) == 1}
        run = []
        for weight in sorted(w for w in used if w > SPACE) + [None]:
            if weight is not None and weight not in ascii_weights:
                run.append(weight)
                continue
            self.assign_run(run)
            run = []
            if weight is not None:
                self.singles[(weight,)] = bytes([self.take(1)])

    def assign_run(self, run):
        for start in range(0, len(run), 256):
            chunk = run[start : start + 256]
            lead = self.take(1 if len(chunk) == 1 else 2)
            for index, weight in enumerate(chunk):
                self.singles[(weight,)] = bytes([lead] if len(chunk) == 1 else [lead, index])

    def of(self, symbol):
        if len(symbol) == 1:
            return self.singles[symbol]
        base = symbol[0] & ~0x0001
        code = (symbol[0] & 1) << 15 | (symbol[1] & 0x7FFF)
        if base == HAN_BASE and code in HAN:
            return bytes([self.han + (code >> 8) - (HAN.start >> 8), code & 0xFF])
        leads = {HAN_BASE: self.han_compatibility, EXTENSION_BASE: self.extension, OTHER_BASE: self.other}
        assert base != HAN_BASE or code >= HAN.stop, hex(code)
        return bytes([leads[base], code >> 8, code & 0xFF])


class Table:
    """Two levels: pages of 256 entries, found through the page numbers. See weights.h for an entry's layout."""

    def __init__(self, weights, units):
        self.expansions, self.offsets = bytearray(), {}
        self.pages, self.entries = [NO_PAGE] * 256, []
        # Elsewhere the code that reads the table computes an entry by page alone.
        assert {0x4D, 0xFA} <= {code >> 8 for code in weights}
        for page in sorted({code >> 8 for code in weights}):
            self.pages[page] = len(self.entries) // 256
            for code in range(page << 8, (page + 1) << 8):
                symbols = symbols_of(weights[code]) if code in weights else [implicit_pair(code)]
                assert len(symbols) == 1 or (symbols[:1] != [(SPACE,)] and symbols[-1:] != [(SPACE,)])
                self.entries.append(self.entry(b"".join(units.of(symbol) for symbol in symbols)))

    def entry(self, key):
        if len(key) <= 3:
            return len(key) << 24 | int.from_bytes(key, "little")
        if key not in self.offsets:
            self.offsets[key] = len(self.expansions)
            self.expansions += key
        return len(key) << 24 | self.offsets[key]


def check_order(weights, units):
    """The bytes of all symbols that any text can show rise exactly as their weights do."""
    symbols = {symbol for code in range(0x10000) for symbol in symbols_of(weights.get(code, implicit_pair(code)))}
    ordered = [(units.of(symbol)) for symbol in sorted(symbols)] + [bytes([units.supplementary])]
    assert all(a < b for a, b in zip(ordered, ordered[1:]))
    assert all(units.lengths[key[0]] == len(key) for key in ordered)


def c_array(type_, name, values, per_line=24):
    lines = [",".join(f"{v:#x}" for v in values[i : i + per_line]) for i in range(0, len(values), per_line)]
    return f"const {type_} {name}[{len(values)}] = {{\n" + ",\n".join(lines) + "};\n"


HEADER = """\
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
extern const uint32_t blazz_ci_entries[{entries}];

/// Key bytes of the code points that have more than three.
extern const uint8_t blazz_ci_expansions[{expansions}];

static inline const uint8_t *_Nonnull blazz_ci_plain_key_table(void) {{ return blazz_ci_plain_keys; }}
static inline const uint8_t *_Nonnull blazz_ci_unit_length_table(void) {{ return blazz_ci_unit_lengths; }}
static inline const uint8_t *_Nonnull blazz_ci_page_table(void) {{ return blazz_ci_pages; }}
static inline const uint32_t *_Nonnull blazz_ci_entry_table(void) {{ return blazz_ci_entries; }}
static inline const uint8_t *_Nonnull blazz_ci_expansion_table(void) {{ return blazz_ci_expansions; }}

#define BLAZZ_CI_NO_PAGE {no_page:#x}
/// Lead of U+4E00-4EFF; the lead rises by one a page, the lower byte of the code point follows.
#define BLAZZ_CI_HAN_LEAD {han:#x}
/// Leads before the two bytes of a code point: U+3400-4CFF; all others without a page.
#define BLAZZ_CI_EXTENSION_LEAD {extension:#x}
#define BLAZZ_CI_OTHER_LEAD {other:#x}
/// The whole unit of any supplementary character.
#define BLAZZ_CI_SUPPLEMENTARY_LEAD {supplementary:#x}

#endif
"""


def main():
    weights = read_weights()
    units = Units(weights)
    check_order(weights, units)
    table = Table(weights, units)
    plain = [0] * 256
    for code in range(0x21, 0x7F):
        (plain[code],) = units.of(symbols_of(weights[code])[0])
    header = HEADER.format(
        entries=len(table.entries), expansions=len(table.expansions), no_page=NO_PAGE, han=units.han,
        extension=units.extension, other=units.other, supplementary=units.supplementary)
    source = "\n".join([
        '// Made by Scripts/make-collation-table.py. Do not edit.\n#include "include/weights.h"\n',
        c_array("uint8_t", "blazz_ci_plain_keys", plain),
        c_array("uint8_t", "blazz_ci_unit_lengths", units.lengths),
        c_array("uint8_t", "blazz_ci_pages", table.pages),
        c_array("uint32_t", "blazz_ci_entries", table.entries, per_line=11),
        c_array("uint8_t", "blazz_ci_expansions", list(table.expansions)),
    ])
    (TARGET / "include").mkdir(parents=True, exist_ok=True)
    (TARGET / "include/weights.h").write_text(header)
    (TARGET / "weights.c").write_text(source)


if __name__ == "__main__":
    main()
