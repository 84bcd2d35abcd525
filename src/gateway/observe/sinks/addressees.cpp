// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/addressees.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

bool isDisabled(const Receipt &receipt, const std::string &name)
{
    const Circumstances *circumstances = receipt.circumstances.get();
    if (name == "otel_metrics" && isDisabled(receipt, "otel")) // they are two sinks here and one to whoever names it
        return true;
    return circumstances
        && (contains(circumstances->disabledCallbacks, name)
            || (circumstances->callbacks && contains(circumstances->callbacks->disabled, name)));
}

const std::vector<CallbackChoice> &ownChoices(const Receipt &receipt)
{
    static const std::vector<CallbackChoice> none;
    const Circumstances *circumstances = receipt.circumstances.get();
    return circumstances && circumstances->callbacks ? circumstances->callbacks->choices : none;
}

bool isReplaced(const Receipt &receipt, const std::string &name)
{
    const auto &own = ownChoices(receipt);
    return std::any_of(
        own.begin(), own.end(), [&](const CallbackChoice &each) { return each.name == name && !each.variables.empty(); });
}

} // namespace gatehouse::observe::sinks
