// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/dialect_of.h"

#include "gateway/providers/address.h"

namespace gatehouse::pipeline {

Dialect dialectOf(const wire::Call &call, const Deployment &deployment, const Settings &settings)
{
    const auto [preferred, otherwise] = providers::dialectsFor(deployment, call);
    if (preferred == otherwise || (!settings.messagesByChat && translate::isWholeAsResponses(call, deployment)))
        return preferred;
    return otherwise;
}

} // namespace gatehouse::pipeline
