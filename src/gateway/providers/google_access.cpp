// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/access.h"
#include "gateway/providers/service_account.h"
#include "gateway/providers/text_file.h"

namespace gatehouse::providers {

namespace {

/// A credential's text, and the key or variable it came from; without a name there is none.
struct Found {
    std::string name = {}, text = {}, problem = {};
};

// The entry and VERTEXAI_CREDENTIALS hold JSON or a path; nothing tells them apart but the brace.
Found textOrFile(std::string name, std::string text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin != std::string::npos && text[begin] == '{')
        return {std::move(name), std::move(text)};
    auto content = readTextFile(text);
    if (content)
        return {std::move(name), std::move(*content)};
    return {name, {}, name + " names a file that cannot be read: " + content.error()};
}

// Where gcloud leaves the credentials of "gcloud auth application-default login".
std::string gcloudFile(const AccessSource &source)
{
    const std::string folder = source.variable({"CLOUDSDK_CONFIG"});
    return (folder.empty() ? source.variable({"HOME"}) + "/.config/gcloud" : folder) + "/application_default_credentials.json";
}

Found findCredential(const AccessSource &source)
{
    for (const std::string_view name : {"vertex_credentials", "vertex_ai_credentials"}) {
        const config::Value value = source.params.find(name);
        if (value.kind() == config::Value::Kind::Map)
            return {std::string(name), value.toJson()};
        if (!value.asString().empty())
            return textOrFile(std::string(name), value.asString());
    }
    for (const char *name : {"VERTEXAI_CREDENTIALS", "GOOGLE_APPLICATION_CREDENTIALS"}) {
        if (std::string text = source.variable({name}); !text.empty())
            return textOrFile(name, std::move(text));
    }
    if (auto text = readTextFile(gcloudFile(source)))
        return {"gcloud's application_default_credentials.json", std::move(*text)};
    return {};
}

GoogleAccess readFound(const Found &found, std::string &problem)
{
    problem = found.problem;
    if (!problem.empty())
        return {};
    auto read = readGoogleCredential(found.text);
    if (read)
        return std::move(*read);
    problem = found.name + " cannot be used: " + read.error();
    return {};
}

std::string metadataServer(const AccessSource &source)
{
    const std::string host = source.variable({"GCE_METADATA_HOST"});
    return "http://" + (host.empty() ? "metadata.google.internal" : host);
}

} // namespace

CloudAccess googleAccess(const AccessSource &source)
{
    CloudAccess access;
    const Found found = findCredential(source);
    GoogleAccess google;
    if (found.name.empty()) {
        google.metadataService = metadataServer(source);
        access.missing = "no Google credentials: set vertex_credentials or GOOGLE_APPLICATION_CREDENTIALS";
    } else {
        google = readFound(found, access.problem);
    }
    std::string project = source.param({"vertex_project", "vertex_ai_project"});
    if (project.empty())
        project = source.variable({"VERTEXAI_PROJECT"});
    if (project.empty() && google.project.empty())
        project = source.variable({"GOOGLE_CLOUD_PROJECT"});
    if (!project.empty())
        google.project = std::move(project);
    google.location = source.param({"vertex_location", "vertex_ai_location"});
    if (google.location.empty())
        google.location = source.variable({"VERTEXAI_LOCATION", "VERTEX_LOCATION"});
    if (google.location.empty())
        google.location = "us-central1";
    access.fingerprint = fingerprintOf({"google", google.tokenService, google.email, google.keyId, google.privateKey.reveal(),
        google.clientId, google.clientSecret.reveal(), google.refreshToken.reveal(), google.metadataService});
    access.how = std::move(google);
    return access;
}

} // namespace gatehouse::providers
