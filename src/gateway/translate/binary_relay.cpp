// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"

namespace gatehouse::translate {

namespace {

/// Sound, or whatever else is no text: it goes on as it comes. Whether it is whole only its framing tells, which is upstream's
/// business; that there was any at all is asked here.
class BinaryRelay final : public Stream
{
public:
    explicit BinaryRelay(View view)
        : m_view(std::move(view))
    {
    }
    Result<> feed(std::string_view bytes, std::string &out) override
    {
        m_hasBytes = m_hasBytes || !bytes.empty();
        out += bytes;
        return {};
    }
    Result<> finish(std::string &) override
    {
        if (m_hasBytes)
            return {};
        return Failure {brokenAnswer(m_view, "the answer is empty")};
    }
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_finishReason; }

private:
    const View m_view;
    const Usage m_usage;              // nobody says
    const std::string m_finishReason; // there is none
    bool m_hasBytes = false;
};

} // namespace

std::unique_ptr<Stream> binaryRelay(View view)
{
    return std::make_unique<BinaryRelay>(std::move(view));
}

} // namespace gatehouse::translate
