// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/pending_answer.h"
#include "gateway/catalogue/catalogue.h"
#include "gateway/config/reading.h"
#include "gateway/core/deployment.h"
#include "gateway/pipeline/context.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gatehouse::admin {

/// The deployment that \a entry, JSON of an entry of model_list, would become if it were stored: references followed, its
/// credential merged in, completed from \a catalogue. Fails with a sentence for the administrator. Main thread.
Result<Deployment> trialDeployment(const Secret &entry, const config::Reading &reading, const catalogue::Catalogue &catalogue);

/// What is done with a deployment that is in no configuration. On one worker's thread; destroying it cancels.
class Experiment
{
public:
    virtual ~Experiment() = default;
    virtual void start() = 0;
};

/// What is tried, how, and how it is told.
struct TrialPlan {
    using Tell = std::function<void(std::string json)>;
    Secret entry; ///< JSON of an entry of model_list
    /// Its Tell is called once, from inside start() or later; the experiment lives on after that.
    std::function<std::unique_ptr<Experiment>(pipeline::Context &context, const Deployment &deployment, Tell tell)> make;
    /// The answer where the entry becomes no deployment. Status 200: it was asked whether it would.
    std::function<std::string(const Error &error)> refuse;
};

/// Brings a deployment from the main thread to the worker that waits for it.
class TrialReading final : public QObject
{
    Q_OBJECT
public:
    std::optional<Result<Deployment>> deployment = {}; ///< set before come()
Q_SIGNALS:
    void come();
};

/// A request that tries out what is in no configuration, from its door to its answer. Lives on one worker's thread and deletes
/// itself.
class Trial final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, TrialPlan plan);

private:
    Trial(pipeline::Context &context, pipeline::Inbound inbound, TrialPlan plan);
    void ask();
    void onRead();

    const std::shared_ptr<const pipeline::Snapshot> m_snapshot;
    TrialPlan m_plan;
    std::shared_ptr<TrialReading> m_reading;
    std::unique_ptr<Experiment> m_experiment; // of the deployment in m_reading
};

} // namespace gatehouse::admin
