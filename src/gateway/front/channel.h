// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace gatehouse::front {

/// What a channel tells its owner, always from the event loop and never from inside a call into the channel.
class ChannelOwner
{
public:
    virtual void onBytes(std::string_view bytes) = 0;
    virtual void onEnd() = 0;     ///< the client will send no more; what waits for it may still arrive
    virtual void onWritten() = 0; ///< some of what waited was taken
    virtual void onBroken() = 0;  ///< the connection is of no use any more

protected:
    ~ChannelOwner() = default;
};

/// A byte stream to one client: a TCP socket, bare or under TLS. Owned by its Connection, lives on the worker thread.
class Channel
{
public:
    virtual ~Channel() = default;

    /// Sends \a parts, one after the other, with one system call when nothing waits already. What the kernel does not
    /// take waits in memory. Failure shows in broken(), not in a call back.
    virtual void write(std::initializer_list<std::string_view> parts) = 0;
    virtual std::size_t pending() const = 0;
    virtual void setReading(bool on) = 0;
    /// Tells the client that no more will come, once pending() is zero; reading goes on.
    virtual void finishWriting() = 0;
    /// Lets go of the connection at once. With \a reset the client cannot take it for a regular end.
    virtual void close(bool reset) = 0;

    virtual bool isReady() const = 0; ///< the handshake, if there is one, is done
    virtual bool broken() const = 0;
    virtual bool hasUnread() const = 0; ///< the client has sent something, or ended, and the owner has not heard of it yet
    virtual std::string peer() const = 0;
};

} // namespace gatehouse::front
