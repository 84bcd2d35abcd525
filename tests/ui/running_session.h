// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "fake_admin_api.h"
#include "fake_control.h"
#include "ui/session.h"

namespace gatehouse::ui::test {

/// A session with a gateway that runs, and says what the test tells it to.
struct RunningSession {
    RunningSession()
    {
        control.url = api.url();
        control.set(GatewayState::Running);
    }

    FakeAdminApi api;
    FakeControl control;
    Session session {control};
};

} // namespace gatehouse::ui::test
