// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/metrics.h"

#include "gateway/observe/metrics/feeds.h"

#include <algorithm>
#include <unordered_map>

namespace gatehouse::observe::metrics {

namespace {

// Beyond it the ways to the series are found anew; the series themselves have their own bound.
constexpr std::size_t mostKnown = 65536;

constexpr std::array<std::string_view, 5> stageNames {"queue", "admission", "line", "upstream", "rest"};

std::array<std::chrono::microseconds, 5> stagesOf(const Receipt &receipt)
{
    const Stages &own = receipt.stages;
    const auto rest = receipt.duration - own.queue - own.admission - own.line - receipt.upstreamTime;
    return {own.queue, own.admission, own.line, receipt.upstreamTime, rest};
}

// The labels that a metric keeps; nullptr = all.
const std::set<std::string> *keptLabels(const Shape &shape, const Metric &metric)
{
    if (!shape.chosen)
        return nullptr;
    const auto entry = shape.chosen->find(metric.name);
    return entry != shape.chosen->end() && entry->second ? &*entry->second : nullptr;
}

} // namespace

Metrics::Metrics()
{
    begin(m_settings.shape);
}

void Metrics::configure(const Settings &settings)
{
    const bool isOther = !(settings.shape == m_settings.shape);
    m_settings = settings;
    if (isOther)
        begin(m_settings.shape);
    m_framer->setModels(m_settings.models);
}

void Metrics::begin(const Shape &shape)
{
    m_framer = std::make_unique<Framer>(shape);
    m_room = {shape.mostSeries};
    m_families.clear();
    m_stages = {};
    for (const Metric &metric : registry()) {
        const bool isCounted = metric.event != Event::Gathered && metric.event != Event::None && isShown(metric);
        m_families.push_back(isCounted ? std::make_unique<Family>(metric, labelsOf(metric)) : nullptr);
    }
    prepare(m_calls, Event::Call);
    prepare(m_attempts, Event::Attempt);
    prepare(m_judgements, Event::Guardrail);
    prepareStages();
}

bool Metrics::isShown(const Metric &metric) const
{
    const Shape &shape = m_settings.shape;
    if (metric.isSystem)
        return shape.showsSystem;
    return isOwn(metric) || !shape.chosen || shape.chosen->contains(metric.name);
}

std::vector<std::size_t> Metrics::labelsOf(const Metric &metric) const
{
    const auto *kept = keptLabels(m_settings.shape, metric);
    // A gauge is of who has it, and not of the call that told.
    const bool takesCustom = !isOwn(metric) && !metric.isSystem && metric.type != Type::Gauge;
    std::vector<std::size_t> labels;
    for (std::size_t i = 0; i < m_framer->size(); ++i) {
        const bool isCustom = i >= labelCount;
        if (isCustom ? !takesCustom : !metric.labels.has(static_cast<Label>(i)))
            continue;
        if (!kept || kept->contains(std::string(m_framer->nameOf(i))))
            labels.push_back(i);
    }
    return labels;
}

void Metrics::prepare(Track &track, Event event)
{
    track = {};
    std::vector<bool> isUsed(m_framer->size());
    for (const auto &family : m_families) {
        if (!family || family->metric().event != event)
            continue;
        track.families.push_back(family.get());
        for (const std::size_t label : family->labels())
            isUsed[label] = true;
    }
    for (std::size_t i = 0; i < isUsed.size(); ++i) {
        if (isUsed[i])
            track.labels.push_back(i);
    }
}

// There are only these, so that nothing has to be looked up.
void Metrics::prepareStages()
{
    const auto family = std::find_if(
        m_families.begin(), m_families.end(), [](const auto &each) { return each && each->metric().event == Event::Stage; });
    for (std::size_t i = 0; family != m_families.end() && i < m_stages.size(); ++i)
        m_stages[i] = {family->get(), &(*family)->cell(m_framer->atStage(stageNames[i]), m_room)};
}

void Metrics::onReceipt(const Receipt &receipt)
{
    m_framer->look(receipt);
    feed(m_calls, {receipt});
    feedStages(receipt);
    for (const AttemptRecord &attempt : receipt.attempts) {
        m_framer->look(receipt, attempt);
        feed(m_attempts, {receipt, &attempt});
    }
    if (!receipt.guardrails)
        return;
    for (const GuardrailRecord &judgement : receipt.guardrails->all) {
        m_framer->look(judgement);
        feed(m_judgements, {receipt, nullptr, &judgement});
    }
}

void Metrics::onCheck(const AttemptRecord &check)
{
    const Receipt nobodys;
    m_framer->look(nobodys); // no caller's labels
    m_framer->look(nobodys, check);
    const auto rests = std::find_if(
        m_families.begin(), m_families.end(), [](const auto &each) { return each && each->metric().feed == &cooledDown; });
    if (check.hasMadeRest && rests != m_families.end())
        (*rests)->add((*rests)->cell(*m_framer, m_room), 1);
}

void Metrics::feed(Track &track, const Sight &sight)
{
    m_key.clear();
    for (const std::size_t label : track.labels)
        m_key.push_back(m_framer->frame()[label]);
    if (track.cells.size() >= mostKnown)
        track.cells.clear();
    std::vector<Cell *> &cells = track.cells[m_key];
    cells.resize(track.families.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Family &family = *track.families[i];
        const auto value = family.metric().feed(sight);
        if (!value)
            continue;
        if (!cells[i])
            cells[i] = &family.cell(*m_framer, m_room);
        family.add(*cells[i], *value);
    }
}

void Metrics::feedStages(const Receipt &receipt)
{
    const auto times = stagesOf(receipt);
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        if (m_stages[i].cell)
            m_stages[i].family->add(*m_stages[i].cell, seconds(times[i]));
    }
}

std::vector<std::string_view> Metrics::seen(Label label) const
{
    return m_framer->dictionary(static_cast<std::size_t>(label)).values();
}

std::string Metrics::page(const std::vector<Sample> &gathered) const
{
    std::vector<Sample> all = gathered;
    all.push_back({"gatehouse_metrics_series", {}, static_cast<double>(m_room.taken)});
    all.push_back({"gatehouse_metrics_folded", {}, static_cast<double>(m_room.folded)});
    std::unordered_map<std::string_view, std::vector<const Sample *>> samples;
    for (const Sample &sample : all)
        samples[sample.metric].push_back(&sample);
    std::string page;
    for (const Metric &metric : registry()) {
        if (!isShown(metric))
            continue;
        write(page, metric, nullptr, samples[metric.name]);
        for (const Alias &alias : aliases()) {
            if (m_settings.showsAliases && alias.origin == metric.name)
                write(page, metric, &alias, samples[metric.name]);
        }
    }
    return page;
}

void Metrics::write(std::string &page, const Metric &metric, const Alias *alias, const std::vector<const Sample *> &samples) const
{
    const auto &family = m_families[static_cast<std::size_t>(&metric - registry().data())];
    if (samples.empty() && (!family || family->isEmpty()))
        return;
    const std::string name = alias ? std::string(alias->name) : shownName(metric);
    writeHead(page, name, alias ? alias->type : metric.type, metric.help);
    if (family)
        family->write(page, name, alias ? alias->scale : 1);
    for (const Sample *sample : samples)
        writeSample(page, name, metric, *sample);
}

void Metrics::writeSample(std::string &page, std::string_view name, const Metric &metric, const Sample &sample) const
{
    const auto *kept = keptLabels(m_settings.shape, metric);
    std::string labels;
    for (const auto &[label, text] : sample.labels) {
        if (kept && !kept->contains(std::string(toString(label))))
            continue;
        labels.append(labels.empty() ? "" : ",").append(toString(label)).append("=\"");
        labels.append(text.empty() ? "None" : escaped(text)).append("\"");
    }
    writeLine(page, name, labels, sample.value);
}

} // namespace gatehouse::observe::metrics
