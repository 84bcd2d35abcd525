// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/channel.h"

#include <QSocketNotifier>

#include <optional>
#include <span>

namespace gatehouse::front {

/// TCP without TLS, straight on its descriptor: one recv() an event, one sendmsg() a response, and some hundred bytes
/// for a connection that idles.
class PlainChannel final : public Channel
{
public:
    /// \a scratch is where reads go; it is shared by all channels of a server.
    PlainChannel(int descriptor, ChannelOwner &owner, std::span<char> scratch);
    ~PlainChannel() override;

    void write(std::initializer_list<std::string_view> parts) override;
    std::size_t pending() const override { return m_out.size() - m_outAt; }
    void setReading(bool on) override;
    void finishWriting() override;
    void close(bool reset) override;
    bool isReady() const override { return true; }
    bool broken() const override { return m_broken; }
    bool hasUnread() const override;
    std::string peer() const override;

private:
    /// A notifier that needs no signal connection.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(int descriptor, Type type, PlainChannel &channel);
        bool event(QEvent *event) override;

    private:
        PlainChannel &m_channel;
    };

    void onReadable();
    void onWritable();
    std::size_t sendNow(std::initializer_list<std::string_view> parts);
    void keep(std::initializer_list<std::string_view> parts, std::size_t sent);
    void setWriting(bool on);

    ChannelOwner &m_owner;
    std::span<char> m_scratch;
    Notifier m_reader;
    std::optional<Notifier> m_writer; // made by the first write that does not go through
    std::string m_out;
    std::size_t m_outAt = 0;
    int m_descriptor;
    bool m_broken = false;
    bool m_finishing = false;
};

} // namespace gatehouse::front
