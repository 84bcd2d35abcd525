// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/core/cloud_access.h"
#include "gateway/observe/sinks/payload.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/vendors.h"
#include "gateway/providers/digest.h"
#include "gateway/providers/percent.h"
#include "gateway/providers/sigv4.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

/// An object of S3, or of what speaks its language, for each call. A report is the object's key, a line break, and the object.
class S3 final : public Sink
{
public:
    explicit S3(const Making &making)
        : m_terms(making.terms)
        , m_isHidden(making.hidesMessages)
        , m_region(firstOf(making, {"S3_REGION_NAME", "AWS_REGION", "AWS_DEFAULT_REGION"}, "us-east-1"))
        , m_base(baseOf(making, m_region))
        , m_path(folderOf(making.text("S3_PATH")))
        , m_hasTeamFolder(making.text("S3_USE_TEAM_PREFIX") == "true")
        , m_hasKeyFolder(making.text("S3_USE_KEY_PREFIX") == "true")
    {
        m_keys.id = firstOf(making, {"S3_AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID"});
        m_keys.secret = Secret(firstOf(making, {"S3_AWS_SECRET_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY"}));
        m_keys.sessionToken = Secret(firstOf(making, {"S3_AWS_SESSION_TOKEN", "AWS_SESSION_TOKEN"}));
        m_habits.interval = making.seconds("S3_FLUSH_INTERVAL", m_habits.interval);
    }

    Habits habits() const override { return m_habits; }

    std::string report(const Receipt &receipt) override
    {
        const Stamp stamp = stampOf(receipt.startedAt);
        std::string key = m_path;
        if (receipt.principal && m_hasTeamFolder)
            key += folderOf(oneName(receipt.principal->teamAlias));
        if (receipt.principal && m_hasKeyFolder)
            key += folderOf(oneName(receipt.principal->keyAlias));
        key += stamp.day + "/time-" + stamp.time + "_" + oneName(idOf(receipt)) + ".json";
        return providers::percentEncoded(key, "/") + "\n" + payloadOf(receipt, m_terms, m_isHidden);
    }

    Post post(std::span<const std::string> reports, Clock::Wall now) override
    {
        const std::string_view report = reports.front();
        const std::size_t end = report.find('\n');
        const std::string key(report.substr(0, end));
        Post post {m_base + "/" + key, {}, std::string(report.substr(end + 1)), "PUT"};
        post.headers.add("content-type", "application/json");
        post.headers.add("content-language", "en");
        post.headers.add("content-disposition", "inline; filename=\"" + fileName(key) + "\"");
        post.headers.add("x-amz-content-sha256", providers::hex(providers::sha256(post.body)));
        const wire::Headers signature =
            providers::signedHeaders({post.method, post.url, post.headers, post.body}, {m_region, "s3"}, m_keys, now);
        for (const auto &[name, value] : signature)
            post.headers.add(name, value);
        // Not signed: what stands between may change it.
        post.headers.add("cache-control", "private, immutable, max-age=31536000, s-maxage=0");
        return post;
    }

private:
    static std::string firstOf(
        const Making &making, std::initializer_list<std::string_view> names, std::string_view otherwise = {})
    {
        for (const std::string_view name : names) {
            if (std::string text = making.text(name); !text.empty())
                return text;
        }
        return std::string(otherwise);
    }

    // A caller's name for something leads into no other folder.
    static std::string oneName(std::string text)
    {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }, '_');
        return text == "." || text == ".." ? "_" : text;
    }

    static std::string folderOf(std::string text)
    {
        while (text.starts_with('/'))
            text.erase(0, 1);
        text = withoutSlash(std::move(text));
        return text.empty() ? text : text + "/";
    }

    // A bucket with dots fits no certificate as a host, and servers of one's own know buckets by paths.
    static std::string baseOf(const Making &making, const std::string &region)
    {
        const std::string bucket = making.text("S3_BUCKET_NAME");
        if (const std::string endpoint = making.text("S3_ENDPOINT_URL"); !endpoint.empty())
            return withoutSlash(endpoint) + "/" + bucket;
        const std::string host = "s3." + region + ".amazonaws.com";
        return bucket.find('.') == std::string::npos ? "https://" + bucket + "." + host : "https://" + host + "/" + bucket;
    }

    static std::string fileName(std::string_view key)
    {
        const std::size_t file = key.rfind('/'), day = key.rfind('/', file - 1) + 1; // npos + 1 is 0
        const std::string name(key.substr(file + 1));
        constexpr std::string_view prefix = "time-";
        return std::string(prefix) + std::string(key.substr(day, file - day)) + "T" + name.substr(prefix.size());
    }

    const Terms &m_terms;
    bool m_isHidden;
    std::string m_region, m_base, m_path;
    bool m_hasTeamFolder, m_hasKeyFolder;
    AwsKeys m_keys;
    Habits m_habits {1, std::chrono::seconds(10), 64 * 1024 * 1024, 8};
};

} // namespace

std::unique_ptr<Sink> makeS3(const Making &making)
{
    return std::make_unique<S3>(making);
}

} // namespace gatehouse::observe::sinks
