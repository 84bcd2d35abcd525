// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <initializer_list>
#include <string>
#include <string_view>

/// What the doors share that try out an entry of model_list.
namespace gatehouse::admin {

/// The object that \a body has as \a name; empty where it has none, or null. Fails where it is something else.
Result<wire::JsonObject> objectIn(const wire::JsonObject &body, const char *name);
/// The members of \a from into the object that \a json is writing, those named in \a but excepted, and nulls.
void writeMembers(wire::JsonWriter &json, const wire::JsonObject &from, std::initializer_list<std::string_view> but);
/// \a text without the credentials of \a deployment, which a provider may have repeated.
std::string withoutKeys(std::string text, const Deployment &deployment);

} // namespace gatehouse::admin
