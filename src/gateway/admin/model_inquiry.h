// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/trial.h"
#include "gateway/translate/model_list.h"

#include <string>
#include <string_view>

namespace gatehouse::admin {

/// What a provider said when it was asked for its models.
struct Inquired {
    std::string_view reason = {}; ///< see refused_words.h; empty = the list is there
    int status = 0;               ///< the provider's; 0 = there was no answer
    std::string message = {};     ///< in place of the reason's own sentence
    translate::ModelList list = {};
    std::chrono::microseconds duration {0};
};

/// One question for the models of a deployment's provider. Its answer is bounded in size and in time.
class ModelInquiry final : public Experiment, private upstream::AttemptListener, private credentials::GrantListener
{
public:
    using Done = std::function<void(Inquired)>;
    /// \a done is called once, from inside start() or later.
    ModelInquiry(pipeline::Context &context, Deployment deployment, Done done);
    ~ModelInquiry() override;
    void start() override;

private:
    void onGranted(const Grant &grant) override;
    void onRefused(const Error &error) override;
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;
    void send(const Grant *grant);
    void refuse(std::string_view reason, std::string message = {});
    void finish(Inquired inquired);

    pipeline::Context &m_context;
    const Deployment m_deployment;
    Done m_done;
    Clock::Instant m_startedAt;
    std::unique_ptr<credentials::Wait> m_wait;
    std::unique_ptr<upstream::Attempt> m_attempt;
    int m_status = 0;
    std::string m_body;
};

} // namespace gatehouse::admin
