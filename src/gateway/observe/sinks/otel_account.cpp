// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/otel_account.h"

#include "gateway/wire/request.h"

#include <algorithm>
#include <array>

namespace gatehouse::observe::sinks {

namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    return text;
}

// "name=value,name=value", percent-encoded as W3C's baggage is.
template <typename Add> void addPairs(const std::string &text, Add add)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        const std::size_t begin = pair.find_first_not_of(' ');
        if (equals != std::string_view::npos && begin < equals)
            add(wire::percentDecoded(pair.substr(begin, equals - begin)), wire::percentDecoded(pair.substr(equals + 1)));
    }
}

// The signal's own address is whole; the others are bases, though some end in the path of a signal already.
std::string urlOf(const Making &making, const std::string &signal)
{
    if (std::string whole = making.text("OTEL_EXPORTER_OTLP_" + upper(signal) + "_ENDPOINT"); !whole.empty())
        return whole;
    std::string base = withoutSlash(making.text("OTEL_EXPORTER_OTLP_ENDPOINT", making.text("OTEL_ENDPOINT")));
    if (base.empty())
        base = withoutSlash(making.text("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"));
    constexpr std::array<std::string_view, 2> paths {"/v1/traces", "/v1/metrics"};
    for (const std::string_view path : paths) {
        if (base.ends_with(path))
            base.resize(base.size() - path.size());
    }
    return base + "/v1/" + signal;
}

otlp::Resource resourceOf(const Making &making)
{
    otlp::Resource resource;
    resource.scope = making.text("OTEL_TRACER_NAME", "litellm");
    const std::string service = making.text("OTEL_SERVICE_NAME", "litellm");
    resource.attributes = {{"service.name", service},
        {"deployment.environment", making.text("OTEL_ENVIRONMENT_NAME", "production")},
        {"model_id", making.text("OTEL_MODEL_ID", service)}, {"telemetry.sdk.name", std::string("gatehouse")},
        {"telemetry.sdk.language", std::string("cpp")}};
    addPairs(making.text("OTEL_RESOURCE_ATTRIBUTES"), [&resource](std::string name, std::string value) {
        resource.attributes.push_back({std::move(name), std::move(value)});
    });
    return resource;
}

} // namespace

OtelAccount otelAccount(const Making &making, const std::string &signal)
{
    const std::string own = "OTEL_EXPORTER_OTLP_" + upper(signal);
    const std::string format =
        making.text(own + "_PROTOCOL", making.text("OTEL_EXPORTER_OTLP_PROTOCOL", making.text("OTEL_EXPORTER")));
    OtelAccount account;
    account.format = format == "http/json" ? otlp::Format::Json : otlp::Format::Protobuf;
    account.url = urlOf(making, signal);
    account.resource = resourceOf(making);
    for (const std::string &name : {std::string("OTEL_EXPORTER_OTLP_HEADERS"), std::string("OTEL_HEADERS"), own + "_HEADERS"})
        addPairs(making.text(name), [&account](std::string header, std::string value) {
            account.headers.insert_or_assign(std::move(header), Secret(std::move(value)));
        });
    return account;
}

Post otelPost(const OtelAccount &account)
{
    Post post {account.url};
    post.headers.add("content-type", account.format == otlp::Format::Json ? "application/json" : "application/x-protobuf");
    for (const auto &[name, value] : account.headers)
        post.headers.set(name, value.reveal());
    return post;
}

std::string_view otelOperation(const Receipt &receipt)
{
    switch (receipt.operation) {
    case Operation::Chat:
        return receipt.dialect == Dialect::OpenAiText    ? "text_completion"
            : receipt.dialect == Dialect::GeminiGenerate ? "generate_content"
                                                         : "chat";
    case Operation::Embedding: return "embeddings";
    default: return toString(receipt.operation);
    }
}

} // namespace gatehouse::observe::sinks
