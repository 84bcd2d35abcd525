// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/later.h"

#include "gateway/admin/answers.h"

namespace gatehouse::admin {

namespace {

void answerError(pipeline::Inbound &inbound, const Error &error)
{
    answerJson(inbound, translate::errorBody(error, Dialect::OpenAiChat), error.httpStatus());
}

std::string noStore(const std::string &path)
{
    return "DB not connected. " + path + " needs the store of keys, which this version of Gatehouse does not have yet.";
}

} // namespace

void sayNoDatabase(pipeline::Context &, pipeline::Inbound inbound)
{
    answerError(inbound, {Fault::Internal, noStore(inbound.request.path), 0, {}, "None"});
}

} // namespace gatehouse::admin
