// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// A string value that stands for something kept elsewhere.
struct Reference {
    enum class Kind { None, Variable, Keychain, File };
    Kind kind = Kind::None;
    std::string name;
};
/// "os.environ/NAME", "keychain/NAME" (or "secret://NAME"), "file/PATH".
Reference referenceIn(const Value &value);

class Lookup;

/// The environment of \a lookup with the variables of \a section (environment_variables) on top; values there that are
/// references are looked up, so they can rename a variable or fill one from the keychain.
Environment withVariables(Lookup &lookup, const Value &section);

} // namespace gatehouse::config
