// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/pages.h"

#include "ui/pages/audit/audit_page.h"
#include "ui/pages/connect/connect_page.h"
#include "ui/pages/guardrails/guardrails_page.h"
#include "ui/pages/keys/keys_page.h"
#include "ui/pages/models/models_page.h"
#include "ui/pages/overview/overview_page.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/providers/providers_page.h"
#include "ui/pages/routing/routing_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/traffic/traffic_page.h"

#include <QCoreApplication>

#include <array>

namespace gatehouse::ui {

namespace {

template <typename PageType> Page *make(Session &session, Preferences &preferences, QWidget *parent)
{
    return new PageType(session, preferences, parent);
}

constexpr std::array table = {
    PageInfo {"overview", [] { return QCoreApplication::translate("Pages", "Overview"); }, make<OverviewPage>},
    PageInfo {"models", [] { return QCoreApplication::translate("Pages", "Models"); }, make<ModelsPage>},
    PageInfo {"routing", [] { return QCoreApplication::translate("Pages", "Routing"); }, make<RoutingPage>},
    PageInfo {"keys", [] { return QCoreApplication::translate("Pages", "Keys & budgets"); }, make<KeysPage>},
    PageInfo {"providers", [] { return QCoreApplication::translate("Pages", "Providers"); }, make<ProvidersPage>},
    //: a page of the window: the requests and their answers
    PageInfo {"traffic", [] { return QCoreApplication::translate("Pages", "Traffic"); }, make<TrafficPage>},
    //: a page of the window: a question to several models at once
    PageInfo {"playground", [] { return QCoreApplication::translate("Pages", "Playground"); }, make<PlaygroundPage>},
    //: a page of the window: how programs are pointed at this gateway
    PageInfo {"connect", [] { return QCoreApplication::translate("Pages", "Connect"); }, make<ConnectPage>},
    PageInfo {"guardrails", [] { return QCoreApplication::translate("Pages", "Guardrails"); }, make<GuardrailsPage>},
    //: a page of the window: who changed what and when
    PageInfo {"audit", [] { return QCoreApplication::translate("Pages", "Changes"); }, make<AuditPage>},
    PageInfo {"settings", [] { return QCoreApplication::translate("Pages", "Settings"); }, make<SettingsPage>},
};

} // namespace

std::span<const PageInfo> pages()
{
    return table;
}

} // namespace gatehouse::ui
