// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/api/other_gateway.h"

#include "ui/session.h"

namespace gatehouse::ui {

namespace {

struct Place {
    QUrl url;
    bool isFar;
};

Place placeOf(Session &session)
{
    return {session.client().baseUrl(), session.control().isRemote()};
}

} // namespace

void onOtherGateway(Session &session, QObject *context, std::function<void()> act)
{
    QObject::connect(
        &session.client(), &Client::targetChanged, context, [&session, act = std::move(act), last = placeOf(session)]() mutable {
            const Place now = placeOf(session), before = std::exchange(last, now);
            if (now.url != before.url && (now.isFar || before.isFar))
                act();
        });
}

} // namespace gatehouse::ui
