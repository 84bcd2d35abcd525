// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// A string value that stands for something kept elsewhere.
struct Reference {
    enum class Kind { None, Variable, Keychain };
    Kind kind = Kind::None;
    std::string name;
};
/// "os.environ/NAME" or "secret://name".
Reference referenceIn(const Value &value);

/// \a outer with the variables of \a section (environment_variables) on top; values there that are references are looked up in
/// \a outer, so they can rename a variable.
Environment withVariables(const Environment &outer, const Value &section);

} // namespace gatehouse::config
