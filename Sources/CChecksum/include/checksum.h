#ifndef BLAZZ_CHECKSUM_H
#define BLAZZ_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli, reflected 0x82F63B78) of `count` bytes, continued from `crc`; start with 0.
/// Uses the processor's instruction where it has one.
uint32_t blazz_crc32c(uint32_t crc, const void *bytes, size_t count);

/// The sum of a row: over the table's id as one byte, the row's key and the row.
uint32_t blazz_row_crc32c(uint8_t table, const void *key, size_t key_count, const void *row, size_t row_count);

/// `blazz_crc32c` by table, for machines without the instruction and for the test that compares the two.
uint32_t blazz_crc32c_portable(uint32_t crc, const void *bytes, size_t count);

#endif
