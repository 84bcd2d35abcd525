/* SPDX-FileCopyrightText: 2026 The Gatehouse authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * resources/tokenizers/ as read-only data: pages of the program's file that cost no memory until they are read. */
    .section .rodata
    .global gatehouse_o200k_base, gatehouse_o200k_base_end, gatehouse_cl100k_base, gatehouse_cl100k_base_end
gatehouse_o200k_base:
    .incbin "o200k_base.bin"
gatehouse_o200k_base_end:
gatehouse_cl100k_base:
    .incbin "cl100k_base.bin"
gatehouse_cl100k_base_end:
    .section .note.GNU-stack, "", %progbits
