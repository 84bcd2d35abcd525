// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/route_list.h"

#include "gateway/admin/answers.h"
#include "gateway/front/endpoints.h"

#include <algorithm>
#include <cctype>

namespace gatehouse::front {

namespace {

struct Route {
    std::string_view path;
    std::vector<std::string_view> methods;
};

std::vector<Route> routes()
{
    std::vector<Route> all;
    for (const Endpoint &row : endpoints()) {
        const auto isSame = [&row](const Route &route) { return route.path == row.path; };
        auto found = std::find_if(all.begin(), all.end(), isSame);
        if (found == all.end())
            found = all.insert(all.end(), {row.path, {}});
        found->methods.push_back(toString(row.method));
    }
    return all;
}

// "/v1/models/{model}" is "v1_models_model".
std::string nameOf(std::string_view path)
{
    std::string name;
    for (const char c : path) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_')
        name.pop_back();
    return name.empty() ? "home" : name;
}

} // namespace

void listRoutes(pipeline::Context &, pipeline::Inbound inbound)
{
    wire::JsonWriter json;
    json.beginObject().key("routes").beginArray();
    for (const Route &route : routes()) {
        json.beginObject().key("path").string(route.path).key("methods").beginArray();
        for (const std::string_view method : route.methods)
            json.string(method);
        const std::string name = nameOf(route.path);
        json.endArray().key("name").string(name).key("endpoint").string(name).endObject();
    }
    admin::answerJson(inbound, json.endArray().endObject().take());
}

} // namespace gatehouse::front
