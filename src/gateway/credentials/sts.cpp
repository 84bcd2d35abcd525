// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/sts.h"

#include "gateway/providers/percent.h"
#include "gateway/providers/sigv4.h"
#include "gateway/providers/text_file.h"

#include <QXmlStreamReader>

#include <array>
#include <map>

namespace gatehouse::credentials {

namespace {

constexpr std::array roleHints {
    Hint {"AccessDenied", "that the role's trust policy and sts:AssumeRole let these keys take it on"},
    Hint {"ExpiredToken", "the keys: they have expired"},
    Hint {"ExpiredTokenException", "the web identity token: it has expired"},
    Hint {"InvalidIdentityToken", "the web identity token and its issuer, which AWS must know as an identity provider"},
    Hint {"IDPRejectedClaim", "the web identity token: its issuer has rejected it"},
    Hint {"IDPCommunicationError", "that AWS can reach the web identity's issuer"},
    Hint {"InvalidClientTokenId", "aws_access_key_id"},
    Hint {"UnrecognizedClientException", "aws_access_key_id"},
    Hint {"SignatureDoesNotMatch", "aws_secret_access_key and this machine's clock"},
    Hint {"RequestExpired", "this machine's clock"},
    Hint {"RegionDisabledException", "aws_region_name: STS is not active there"},
    Hint {"ValidationError", "aws_role_name, aws_session_name and aws_external_id"},
    Hint {"MalformedPolicyDocument", "the role"},
};

using Fields = std::map<std::string, std::string, std::less<>>;

// The texts of elements that hold nothing else, by "parent/name". Nothing when it is no well-formed XML without a DTD.
std::optional<Fields> readXml(std::string_view text)
{
    constexpr std::size_t deepest = 16;
    QXmlStreamReader xml(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    std::vector<std::string> path {{}};
    std::string content;
    Fields fields;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference: return std::nullopt; // entities are how small answers become large
        case QXmlStreamReader::StartElement:
            path.push_back(xml.name().toString().toStdString());
            content.clear();
            break;
        case QXmlStreamReader::Characters: content += xml.text().toString().toStdString(); break;
        case QXmlStreamReader::EndElement:
            fields[path[path.size() - 2] + "/" + path.back()] = std::exchange(content, {});
            path.pop_back();
            break;
        default: break;
        }
        if (path.size() > deepest)
            return std::nullopt;
    }
    return xml.hasError() ? std::nullopt : std::optional(std::move(fields));
}

std::string field(const Fields &fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

Result<std::string> webIdentityOf(const AwsRole &role)
{
    if (role.webIdentityFile.empty())
        return role.webIdentity.reveal();
    auto text = providers::readTextFile(role.webIdentityFile);
    if (!text)
        return Failure {
            unusable("the file of the web identity token (AWS_WEB_IDENTITY_TOKEN_FILE) cannot be read: " + text.error())};
    return std::move(*text);
}

} // namespace

const Service securityTokenService {"AWS's security token service", "aws_role_name and the keys it is taken on with", roleHints};

std::string signingRegion(std::string_view address, std::string_view usual)
{
    const std::size_t end = address.find(".amazonaws.com");
    if (end == address.npos)
        return std::string(usual);
    const std::string_view front = address.substr(0, end);
    const std::string_view label = front.substr(front.find_last_of("./") + 1); // npos + 1 is 0
    return label == "sts" ? "us-east-1" : std::string(label);
}

Result<upstream::Outgoing> roleQuestion(const AwsAccess &access, const AwsRole &role, const AwsKeys &keys, Clock::Wall now)
{
    constexpr std::string_view version = "2011-06-15";
    const std::string url = access.tokenService + "/";
    if (role.byWebIdentity()) {
        auto identity = webIdentityOf(role);
        if (!identity)
            return Failure {std::move(identity).error()};
        return formQuestion(url,
            providers::formBody({{"Action", "AssumeRoleWithWebIdentity"}, {"Version", version}, {"RoleArn", role.arn},
                {"RoleSessionName", role.session}, {"WebIdentityToken", *identity}}));
    }
    upstream::Outgoing question = formQuestion(url,
        providers::formBody({{"Action", "AssumeRole"}, {"Version", version}, {"RoleArn", role.arn},
            {"RoleSessionName", role.session}, {"ExternalId", role.externalId}}));
    const wire::Headers signable {{"content-type", question.headers.value("content-type")}};
    const std::string region = signingRegion(access.tokenService, access.region);
    for (const auto &[name, value] : providers::signedHeaders({"POST", url, signable, question.body}, {region, "sts"}, keys, now))
        question.headers.set(name, value);
    return question;
}

Result<Grant> readRole(const Answer &answer, Clock::Wall now)
{
    const auto fields = readXml(answer.body);
    if (answer.status != 200)
        return Failure {refusal(securityTokenService, answer.status, fields ? field(*fields, "Error/Code") : std::string())};
    if (!fields)
        return Failure {unreadable(securityTokenService, "it is not XML")};
    AwsKeys keys {field(*fields, "Credentials/AccessKeyId"), Secret(field(*fields, "Credentials/SecretAccessKey")),
        Secret(field(*fields, "Credentials/SessionToken"))};
    const auto expiry = readTime(field(*fields, "Credentials/Expiration"));
    if (!isPlain(keys.id) || keys.secret.isEmpty() || !isPlain(keys.sessionToken.reveal()) || !expiry)
        return Failure {unreadable(securityTokenService, "it has no credentials in it")};
    if (*expiry <= now)
        return Failure {unreadable(securityTokenService, "the keys have expired already; is this machine's clock right?")};
    return Grant {.keys = std::move(keys), .expiresAt = *expiry};
}

} // namespace gatehouse::credentials
