// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/guardrail_record.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/metrics/label.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::metrics {

enum class Type { Counter, Gauge, Histogram, Untyped };
std::string_view toString(Type type);

/// What adds to a metric.
enum class Event {
    Call,      ///< the end of a call
    Attempt,   ///< one try at one deployment, at the end of its call
    Guardrail, ///< a guardrail's judgement of a call, at the end of it
    Stage,     ///< the time a call spent in one stage
    Gathered,  ///< nothing: it is looked up where it lives, when somebody asks
    None,      ///< nothing yet: what it tells of is not served
};

/// A receipt, and of an Event::Attempt the attempt, of an Event::Guardrail the judgement.
struct Sight {
    const Receipt &receipt;
    const AttemptRecord *attempt = nullptr;
    const GuardrailRecord *guardrail = nullptr;
};

/// What a sight adds to a counter or a histogram, or is the value of a gauge; nothing = it is none of the metric's.
using Feed = std::optional<double> (*)(const Sight &sight);

/// One metric: a row of the table.
struct Metric {
    std::string_view name; ///< LiteLLM's; a counter's without the "_total" that is shown behind it
    Type type = Type::Counter;
    Event event = Event::Call;
    Labels labels = {};
    Feed feed = nullptr;
    std::string_view help = {};
    bool isSystem = false; ///< only where service_callback has prometheus_system
};

/// Another name of a metric, for dashboards that know it by that.
struct Alias {
    std::string_view name;
    std::string_view origin; ///< the row's name
    Type type = Type::Untyped;
    double scale = 1; ///< of its values and the bounds of its buckets
};

std::span<const Metric> registry();
std::span<const Alias> aliases();
/// The row of \a name, with or without "_total", and of a metric's alias; nullptr = there is none.
const Metric *findMetric(std::string_view name);
/// The gateway's own, which prometheus_metrics_config says nothing about.
bool isOwn(const Metric &metric);
/// With "_total" behind a counter's.
std::string shownName(const Metric &metric);
/// Upper bounds of the buckets of \a metric, rising, without the infinite one. Seconds, or what the metric counts.
std::span<const double> bucketsOf(const Metric &metric);

/// The table as a Markdown page, docs/metrics-table.md.
std::string page();

} // namespace gatehouse::observe::metrics
