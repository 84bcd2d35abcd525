// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/exchange.h"

#include <QObject>

namespace gatehouse::pipeline {

/// One request put to several models, each by an Exchange of its own whose reply ends here. Lives on one worker's thread and
/// deletes itself when the client has its answer or has left.
class FanOut final : public QObject, private wire::ReplyListener
{
    Q_OBJECT
public:
    /// \a isRace: the first good answer is the answer; else all of them are, as an array.
    static void begin(Context &context, Inbound inbound, const std::vector<std::string> &models, bool isRace);
    ~FanOut() override;

private:
    class Branch;

    /// What has come of one model.
    struct Part {
        Branch *branch = nullptr; ///< belongs to its exchange; nullptr when that has let it go
        wire::Head head = {};
        std::string body = {};
        bool isOver = false;
    };

    FanOut(Context &context, Inbound inbound, std::size_t count, bool isRace);
    Inbound inboundFor(std::size_t index, const std::string &model);
    void onAnswer(std::size_t index, wire::Head head, std::string body);
    void onBegun(std::size_t index, wire::Head head);
    void onEnded(std::size_t index, bool isWhole);
    void onDropped(std::size_t index);
    void onClientGone() override;
    void onClientDrained() override;

    bool isWinner(std::size_t index) const { return m_winner == index; }
    void win(std::size_t index);
    void cancelAllBut(std::size_t index);
    void answer();
    void finish();

    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    Context &m_context;
    Inbound m_inbound;
    std::unique_ptr<wire::Reply> m_reply;
    std::vector<Part> m_parts;
    std::size_t m_waiting;
    std::size_t m_winner = nobody;
    const bool m_isRace;
    bool m_isOver = false;
};

} // namespace gatehouse::pipeline
