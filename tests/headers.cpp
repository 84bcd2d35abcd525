// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// CMake compiles headers beforehand only for a target that has a file, and tests are too many for one of them to be that.
