// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/family.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::observe::metrics {

/// The value of an Event::Gathered metric, from where it lives.
struct Sample {
    std::string_view metric; ///< its row's name
    std::vector<std::pair<Label, std::string>> labels = {};
    double value = 0;
};

/// What has happened since the start, for Prometheus. A receipt costs one look into a map for the call and one for each attempt,
/// and an addition for each metric. Lives on the observer's thread.
class Metrics
{
public:
    Metrics();

    /// Where the shape is another one, counting begins anew.
    void configure(const Settings &settings);
    void onReceipt(const Receipt &receipt);
    /// A health check, and no call, has let a deployment rest, or found that it is well.
    void onCheck(const AttemptRecord &check);

    /// The page of /metrics, in the text exposition format, with \a gathered.
    std::string page(const std::vector<Sample> &gathered) const;
    /// The values of a label in what was counted.
    std::vector<std::string_view> seen(Label label) const;
    const Settings &settings() const { return m_settings; }

private:
    /// The metrics of one event, and their series by label values. Cells are looked up when first needed: a metric that a call
    /// adds nothing to has no series for it.
    struct Track {
        std::vector<std::size_t> labels; // of any of them
        std::vector<Family *> families;
        std::unordered_map<Key, std::vector<Cell *>, KeyHash> cells;
    };
    struct StageCell {
        Family *family = nullptr;
        Cell *cell = nullptr;
    };

    void begin(const Shape &shape);
    std::vector<std::size_t> labelsOf(const Metric &metric) const;
    bool isShown(const Metric &metric) const;
    void prepare(Track &track, Event event);
    void prepareStages();
    void feed(Track &track, const Sight &sight);
    void feedStages(const Receipt &receipt);
    void write(std::string &page, const Metric &metric, const Alias *alias, const std::vector<const Sample *> &samples) const;
    void writeSample(std::string &page, std::string_view name, const Metric &metric, const Sample &sample) const;

    Settings m_settings;
    std::unique_ptr<Framer> m_framer;
    Room m_room;
    std::vector<std::unique_ptr<Family>> m_families; // in the order of the registry; none for what is not counted
    Track m_calls, m_attempts, m_judgements;
    std::array<StageCell, 5> m_stages; // queue, admission, line, upstream, rest
    Key m_key;
};

} // namespace gatehouse::observe::metrics
