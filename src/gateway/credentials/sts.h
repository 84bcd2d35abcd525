// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/credentials/service.h"

/// AWS's Security Token Service, whose answers are XML.
namespace gatehouse::credentials {

extern const Service securityTokenService;

/// Asks for \a role with \a keys, or without any where a web identity is shown.
Result<upstream::Outgoing> roleQuestion(const AwsAccess &access, const AwsRole &role, const AwsKeys &keys, Clock::Wall now);
/// The role's keys. What is not well-formed, holds a document type or lacks one of the four fields is unreadable.
Result<Grant> readRole(const Answer &answer, Clock::Wall now);

/// The region in which \a address wants to be signed for: that in its name, us-east-1 for the global one, else \a usual.
std::string signingRegion(std::string_view address, std::string_view usual);

} // namespace gatehouse::credentials
