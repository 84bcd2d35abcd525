// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"
#include "gateway/core/receipt.h"

#include <string>
#include <vector>

namespace gatehouse::observe::sinks {

/// The sinks that a call's key, team or caller has for it.
const std::vector<CallbackChoice> &ownChoices(const Receipt &receipt);

/// Whether somebody who may says that the sink \a name is not to be told of this call.
bool isDisabled(const Receipt &receipt, const std::string &name);

/// Whether a key's own account at the service \a name stands in the place of everybody's.
bool isReplaced(const Receipt &receipt, const std::string &name);

} // namespace gatehouse::observe::sinks
