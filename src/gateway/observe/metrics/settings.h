// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gatehouse::observe::metrics {

/// A label from the metadata of the key, of its team or else of the request (custom_prometheus_metadata_labels).
struct MetadataLabel {
    std::string name;              ///< "metadata_team_name"
    std::vector<std::string> path; ///< where it stands: {"team_name"}
    bool operator==(const MetadataLabel &) const = default;
};

/// A label that says whether a call has a tag (custom_prometheus_tags).
struct TagLabel {
    std::string name; ///< "tag_prod"
    std::string tag;  ///< "prod"; a * at its end stands for any end
    bool operator==(const TagLabel &) const = default;
};

/// Which metrics there are, and with which labels. When it changes, counting begins anew.
struct Shape {
    /// prometheus_metrics_config: the metrics that there are of LiteLLM's, with the labels they keep; an entry without a set
    /// keeps all. Nothing = all metrics.
    std::optional<std::map<std::string, std::optional<std::set<std::string>>, std::less<>>> chosen = {};
    std::vector<MetadataLabel> metadata = {};
    std::vector<TagLabel> tags = {};
    bool showsCustomers = false;     ///< end users by their names
    bool showsSystem = false;        ///< prometheus_system
    std::size_t mostValues = 500;    ///< of a label that callers fill; what comes beyond is "other"
    std::size_t mostSeries = 100000; ///< lines of all metrics together; what comes beyond is counted under "other"
    bool operator==(const Shape &) const = default;
};

/// What the configuration says about metrics.
struct Settings {
    Shape shape = {};
    std::set<std::string, std::less<>> models = {}; ///< names that callers may ask for; none other makes a series before it works
    bool showsAliases = true;                       ///< registry.h, aliases()
    bool showsAllBudgets = false;                   ///< prometheus_initialize_budget_metrics
    bool isBroken = false;                          ///< prometheus_metrics_config names what there is none of
    bool isOpen = false;                            ///< /metrics asks for no key
};

} // namespace gatehouse::observe::metrics
