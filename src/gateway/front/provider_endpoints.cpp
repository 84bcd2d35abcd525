// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/provider_endpoints.h"

#include "gateway/admin/catalogue_row.h"
#include "gateway/admin/connection_test.h"
#include "gateway/admin/discovery.h"
#include "gateway/admin/local_search.h"
#include "gateway/admin/provider_rows.h"

#include <iterator>

namespace gatehouse::front {

namespace {

using wire::Method;
constexpr Dialect openAi = Dialect::OpenAiChat;

} // namespace

std::vector<Endpoint> withProviders(std::vector<Endpoint> rows)
{
    const Endpoint providers[] {
        {Method::Get, "/providers", Guard::Admin, openAi, &admin::listProviderRows},
        {Method::Get, "/providers/local", Guard::Admin, openAi, &admin::findLocalServers},
        {Method::Post, "/providers/discover", Guard::Admin, openAi, &admin::discoverModels},
        {Method::Get, "/environment/found", Guard::Admin, openAi, &admin::listFoundProviders},
        {Method::Get, "/catalogue", Guard::Admin, openAi, &admin::listCatalogue},
        {Method::Post, "/health/test_connection", Guard::Admin, openAi, &admin::testConnection},
    };
    rows.insert(rows.end(), std::begin(providers), std::end(providers));
    return rows;
}

} // namespace gatehouse::front
