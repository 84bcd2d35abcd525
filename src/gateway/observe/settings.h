// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::observe {

/// What the configuration says about those who look on. Immutable: a reload makes another.
struct Settings {
};

} // namespace gatehouse::observe
