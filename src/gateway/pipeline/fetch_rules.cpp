// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/fetch_rules.h"

#include "gateway/core/number_from.h"
#include "gateway/wire/headers.h"

#include <algorithm>
#include <optional>

namespace gatehouse::pipeline {

namespace {

constexpr double usualMegabytes = 50, mostMegabytes = 1024;

double megabytes(const config::Config &config)
{
    const config::Value given = config.given("general_settings.max_image_url_download_size_mb");
    if (!given.isNull())
        return given.asDouble();
    const auto text = config.environment ? config.environment("MAX_IMAGE_URL_DOWNLOAD_SIZE_MB") : std::nullopt;
    return text ? numberFrom<double>(*text).value_or(usualMegabytes) : usualMegabytes;
}

} // namespace

bool FetchRules::mayBePrivate(const upstream::WebAddress &address) const
{
    return !checksPlaces || hosts.count(address.host) > 0 || hosts.count(address.place()) > 0;
}

FetchRules fetchRules(const config::Config &config)
{
    FetchRules rules;
    for (const char *const section : {"general_settings.", "litellm_settings."}) {
        const std::string place = section;
        rules.checksPlaces = rules.checksPlaces && config.get(place + "user_url_validation").asBool();
        for (const std::string &each : config.get(place + "user_url_allowed_hosts").asStrings()) {
            std::string host = wire::lowered(each);
            while (host.ends_with('.'))
                host.pop_back();
            if (!host.empty())
                rules.hosts.insert(std::move(host));
        }
    }
    rules.largest = static_cast<std::size_t>(std::clamp(megabytes(config), 0.0, mostMegabytes) * 1024 * 1024);
    return rules;
}

} // namespace gatehouse::pipeline
