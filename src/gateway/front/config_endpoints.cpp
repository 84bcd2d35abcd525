// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/config_endpoints.h"

#include "gateway/admin/config_doors.h"
#include "gateway/admin/file_models.h"

#include <iterator>

namespace gatehouse::front {

std::vector<Endpoint> withConfig(std::vector<Endpoint> rows)
{
    using wire::Method;
    using Kind = config::FileQuestion::Kind;
    constexpr Dialect openAi = Dialect::OpenAiChat;
    const Endpoint doors[] {
        {Method::Get, "/config/file", Guard::Admin, openAi, &admin::configDesk<Kind::Show>},
        {Method::Put, "/config/file", Guard::Admin, openAi, &admin::configDesk<Kind::Change>},
        {Method::Get, "/config/file/models", Guard::Admin, openAi, &admin::listFileModels},
        {Method::Post, "/config/file/preview", Guard::Admin, openAi, &admin::configDesk<Kind::Preview>},
        {Method::Post, "/config/file/undo", Guard::Admin, openAi, &admin::configDesk<Kind::Undo>},
        {Method::Get, "/config/file/versions", Guard::Admin, openAi, &admin::configDesk<Kind::ListVersions>},
        {Method::Get, "/config/file/versions/{id}", Guard::Admin, openAi, &admin::configDesk<Kind::ShowVersion>},
        {Method::Get, "/config/tree", Guard::Admin, openAi, &admin::showConfigTree},
        {Method::Get, "/config/schema", Guard::Admin, openAi, &admin::showConfigSchema},
    };
    rows.insert(rows.end(), std::begin(doors), std::end(doors));
    return rows;
}

} // namespace gatehouse::front
