// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/columns.h"

namespace gatehouse::store {

namespace {

constexpr Column all[] {
    {Member::RequestId},
    {Member::CallId},
    {Member::ApiKey},
    {Member::UserId},
    {Member::TeamId},
    {Member::OrganizationId},
    {Member::EndUser},
    {Member::SessionId},
    {Member::StartedAt, Kind::Integer},
    {Member::EndedAt, Kind::Integer},
    {Member::Model},
    {Member::ModelGroup},
    {Member::ModelId},
    {Member::Provider},
    {Member::PromptTokens, Kind::Integer},
    {Member::CompletionTokens, Kind::Integer},
    {Member::SpendNanos, Kind::Integer},
    {Member::Outcome},
    {Member::HttpStatus, Kind::Integer},
};

} // namespace

std::span<const Column> columns()
{
    return all;
}

} // namespace gatehouse::store
