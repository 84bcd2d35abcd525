// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Keys that AWS lays ready beside the program: for a container at an address that its environment names, for an instance at
// the metadata service, which wants a session of its own (IMDSv2).
#include "gateway/credentials/service.h"
#include "gateway/providers/text_file.h"
#include "gateway/wire/json_object.h"

#include <algorithm>

namespace gatehouse::credentials {

namespace {

constexpr Service containerService {"AWS's container credentials service", "that this task or pod has a role"};
constexpr Service instanceService {"AWS's instance metadata service", "that this instance has a role (an instance profile)"};

Result<std::optional<Grant>> readKeys(const Service &service, const Answer &answer, Clock::Wall now)
{
    if (answer.status != 200)
        return Failure {refusal(service, answer.status)};
    const auto json = wire::JsonObject::parse(std::string(answer.body));
    if (!json)
        return Failure {unreadable(service, "it is not a JSON object")};
    const auto text = [&](std::string_view name) { return wire::jsonString(json->find(name)).value_or(""); };
    AwsKeys keys {text("AccessKeyId"), Secret(text("SecretAccessKey")), Secret(text("Token"))};
    const auto expiry = readTime(text("Expiration"));
    if (!isPlain(keys.id) || keys.secret.isEmpty() || !isPlain(keys.sessionToken.reveal()) || !expiry)
        return Failure {unreadable(service, "it has no credentials in it")};
    if (*expiry <= now)
        return Failure {unreadable(service, "the keys have expired already; is this machine's clock right?")};
    return std::optional(Grant {.keys = std::move(keys), .expiresAt = *expiry});
}

class ContainerKeys final : public Recipe
{
public:
    explicit ContainerKeys(const AwsKeySource &source)
        : m_source(source)
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall) override
    {
        std::string authorization = m_source.authorization.reveal();
        if (!m_source.authorizationFile.empty()) {
            auto text = providers::readTextFile(m_source.authorizationFile);
            if (!text)
                return Failure {unusable("the file AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read: " + text.error())};
            authorization = std::move(*text);
        }
        upstream::Outgoing question = machineQuestion(m_source.address);
        if (!authorization.empty())
            question.headers.add("authorization", authorization);
        return question;
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        return readKeys(containerService, answer, now);
    }

    Error unreached(const Error &why) const override { return credentials::unreached(containerService, why); }

private:
    AwsKeySource m_source;
};

/// A session, the name of the role, its keys.
class InstanceKeys final : public Recipe
{
public:
    InstanceKeys(std::string address, std::string missing)
        : m_address(std::move(address))
        , m_missing(std::move(missing))
    {
    }

    Result<upstream::Outgoing> ask(Clock::Wall) override
    {
        if (m_session.isEmpty()) {
            upstream::Outgoing question = machineQuestion(m_address + "/latest/api/token");
            question.method = "PUT";
            question.headers.add("x-aws-ec2-metadata-token-ttl-seconds", "60");
            return question;
        }
        upstream::Outgoing question = machineQuestion(m_address + "/latest/meta-data/iam/security-credentials/" + m_role);
        question.headers.add("x-aws-ec2-metadata-token", m_session.reveal());
        return question;
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        if (!m_role.empty())
            return readKeys(instanceService, answer, now);
        if (answer.status != 200)
            return Failure {refusal(instanceService, answer.status)};
        const std::string line(answer.body.substr(0, answer.body.find_first_of("\r\n")));
        if (m_session.isEmpty())
            return readSession(line);
        return readName(line);
    }

    Error unreached(const Error &why) const override
    {
        if (m_missing.empty())
            return credentials::unreached(instanceService, why);
        return unusable(m_missing + ". (AWS's instance metadata service gave none either: " + why.message + ")");
    }

private:
    Result<std::optional<Grant>> readSession(const std::string &line)
    {
        if (!isPlain(line))
            return Failure {unreadable(instanceService, "it is no session token")};
        m_session = Secret(line);
        return std::optional<Grant>();
    }

    // A name becomes a part of the next address.
    Result<std::optional<Grant>> readName(const std::string &line)
    {
        const bool isName = !line.empty() && line.size() <= 128 && std::all_of(line.begin(), line.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                || std::string_view("+=,.@_-").find(c) != std::string_view::npos;
        });
        if (!isName)
            return Failure {unreadable(instanceService, "it is no name of a role")};
        m_role = line;
        return std::optional<Grant>();
    }

    std::string m_address, m_missing;
    Secret m_session;
    std::string m_role;
};

} // namespace

std::unique_ptr<Recipe> machineKeysRecipe(const AwsKeySource &source, std::string missing)
{
    if (source.kind == AwsKeySource::Kind::Instance)
        return std::make_unique<InstanceKeys>(source.address, std::move(missing));
    return std::make_unique<ContainerKeys>(source);
}

} // namespace gatehouse::credentials
