// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/coalescer.h"

#include <QObject>

#include <utility>

namespace gatehouse::pipeline {

namespace {

// Under the lock, so that a receiver whose Place is destroyed (which takes it too) is either no member any more or still alive.
void post(const std::shared_ptr<Coalescer::Member> &member, std::shared_ptr<const Outturn> outturn)
{
    QMetaObject::invokeMethod(
        member->receiver,
        [member, outturn = std::move(outturn)] {
            if (const Coalescer::Heard heard = std::exchange(member->heard, nullptr)) // it may destroy the Place
                heard(outturn);
        },
        Qt::QueuedConnection);
}

} // namespace

std::unique_ptr<Coalescer::Place> Coalescer::join(std::string key, QObject *receiver, Heard heard)
{
    auto member = std::make_shared<Member>(Member {receiver, std::move(heard)});
    const std::lock_guard guard(m_lock);
    Round &round = m_rounds[key];
    if (round.leader)
        round.followers.push_back(member);
    else
        round.leader = member;
    return std::make_unique<Place>(*this, std::move(key), std::move(member));
}

Coalescer::Rounds::iterator Coalescer::ledBy(const std::string &key, const Member &member)
{
    const auto round = m_rounds.find(key);
    return round != m_rounds.end() && round->second.leader.get() == &member ? round : m_rounds.end();
}

void Coalescer::leave(const std::string &key, Member &member)
{
    const std::lock_guard guard(m_lock);
    member.heard = nullptr; // its news may be in the post; the event finds nobody
    const auto found = m_rounds.find(key);
    if (found == m_rounds.end())
        return;
    Round &round = found->second;
    if (round.leader.get() != &member) {
        round.followers.remove_if([&](const auto &each) { return each.get() == &member; });
        return;
    }
    if (round.followers.empty()) {
        m_rounds.erase(found);
        return;
    }
    round.leader = std::move(round.followers.front());
    round.followers.pop_front();
    post(round.leader, nullptr);
}

Coalescer::Place::~Place()
{
    m_coalescer.leave(m_key, *m_member);
}

bool Coalescer::Place::isLeading() const
{
    const std::lock_guard guard(m_coalescer.m_lock);
    return m_coalescer.ledBy(m_key, *m_member) != m_coalescer.m_rounds.end();
}

void Coalescer::Place::tell(std::shared_ptr<const Outturn> outturn)
{
    const std::lock_guard guard(m_coalescer.m_lock);
    const auto round = m_coalescer.ledBy(m_key, *m_member);
    if (round == m_coalescer.m_rounds.end())
        return;
    for (const auto &follower : round->second.followers)
        post(follower, outturn);
    m_coalescer.m_rounds.erase(round);
}

} // namespace gatehouse::pipeline
