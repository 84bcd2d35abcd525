// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/columns.h"

#include "gateway/people/fields.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gatehouse::people {

namespace {

constexpr Column keyColumns[] {
    {"token", Type::Text, "null", false},
    {"key_name", Type::Text, "null", false},
    {"key_alias"},
    {"soft_budget_cooldown", Type::Boolean, "false", false},
    {"spend", Type::Number, "0.0"},
    {"expires", Type::Time, "null", false},
    {"models", Type::Texts, "[]"},
    {"aliases", Type::Object, "{}"},
    {"config", Type::Object, "{}"},
    {"router_settings", Type::Object, "{}"},
    {"user_id"},
    {"team_id"},
    {"project_id"},
    {"permissions", Type::Object, "{}"},
    {"max_parallel_requests", Type::Integer},
    {"metadata", Type::Object, "{}"},
    {"blocked", Type::Boolean},
    {"tpm_limit", Type::Integer},
    {"rpm_limit", Type::Integer},
    {"max_budget", Type::Number},
    {"soft_budget", Type::Number},
    {"budget_duration"},
    {"budget_reset_at", Type::Time, "null", false},
    {"allowed_cache_controls", Type::Texts, "[]"},
    {"allowed_routes", Type::Texts, "[]"},
    {"policies", Type::Texts, "[]"},
    {"access_group_ids", Type::Texts, "[]"},
    {"model_spend", Type::Object, "{}", false},
    {"model_max_budget", Type::Object, "{}"},
    {"model_spend_map", Type::Object, "{}"},
    {"budget_id"},
    {"organization_id"},
    {"object_permission", Type::Object},
    {"object_permission_id", Type::Text, "null", false},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
    {"rotation_count", Type::Integer, "0", false},
    {"auto_rotate", Type::Boolean, "false"},
    {"rotation_interval"},
    {"last_rotation_at", Type::Time, "null", false},
    {"key_rotation_at", Type::Time, "null", false},
};

constexpr Column userColumns[] {
    {"user_id"},
    {"user_alias"},
    {"team_id"},
    {"sso_user_id"},
    {"organization_id"},
    {"object_permission", Type::Object},
    {"object_permission_id", Type::Text, "null", false},
    {"teams", Type::Texts, "[]", false},
    {"user_role"},
    {"max_budget", Type::Number},
    {"soft_budget", Type::Number},
    {"spend", Type::Number, "0.0"},
    {"user_email"},
    {"models", Type::Texts, "[]"},
    {"metadata", Type::Object, "{}"},
    {"max_parallel_requests", Type::Integer},
    {"tpm_limit", Type::Integer},
    {"rpm_limit", Type::Integer},
    {"budget_duration"},
    {"budget_reset_at", Type::Time, "null", false},
    {"allowed_cache_controls", Type::Texts, "[]"},
    {"policies", Type::Texts, "[]"},
    {"model_spend", Type::Object, "{}", false},
    {"model_max_budget", Type::Object, "{}"},
    {"created_at", Type::Time, "null", false},
    {"updated_at", Type::Time, "null", false},
};

constexpr Column teamColumns[] {
    {"team_id"},
    {"team_alias"},
    {"organization_id"},
    {"object_permission", Type::Object},
    {"object_permission_id", Type::Text, "null", false},
    {"admins", Type::Texts, "[]"},
    {"members", Type::Texts, "[]"},
    {"members_with_roles", Type::List, "[]"},
    {"metadata", Type::Object, "{}"},
    {"max_budget", Type::Number},
    {"soft_budget", Type::Number},
    {"spend", Type::Number, "0.0", false},
    {"models", Type::Texts, "[]"},
    {"max_parallel_requests", Type::Integer},
    {"tpm_limit", Type::Integer},
    {"rpm_limit", Type::Integer},
    {"budget_duration"},
    {"budget_reset_at", Type::Time, "null", false},
    {"blocked", Type::Boolean, "false"},
    {"created_at", Type::Time, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"model_spend", Type::Object, "{}", false},
    {"model_max_budget", Type::Object, "{}"},
    {"model_spend_map", Type::Object, "{}"},
    {"model_aliases", Type::Object, "{}"},
    {"router_settings", Type::Object, "{}"},
    {"team_member_permissions", Type::Texts, "[]"},
    {"access_group_ids", Type::Texts, "[]"},
    {"policies", Type::Texts, "[]"},
    {"model_id", Type::Integer, "null", false},
    {"allow_team_guardrail_config", Type::Boolean, "false"},
};

constexpr Column memberColumns[] {
    {"user_id"},
    {"team_id"},
    {"spend", Type::Number, "0.0", false},
    {"budget_id"},
};

constexpr Column customerColumns[] {
    {"user_id"},
    {"alias"},
    {"spend", Type::Number, "0.0"},
    {"allowed_model_region"},
    {"default_model"},
    {"budget_id"},
    {"object_permission", Type::Object},
    {"object_permission_id", Type::Text, "null", false},
    {"blocked", Type::Boolean, "false"},
};

constexpr Column organizationColumns[] {
    {"organization_id"},
    {"organization_alias"},
    {"budget_id"},
    {"metadata", Type::Object, "{}"},
    {"models", Type::Texts, "[]"},
    {"spend", Type::Number, "0.0", false},
    {"model_spend", Type::Object, "{}", false},
    {"object_permission", Type::Object},
    {"object_permission_id", Type::Text, "null", false},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
};

constexpr Column organizationMemberColumns[] {
    {"user_id"},
    {"organization_id"},
    {"user_role"},
    {"spend", Type::Number, "0.0", false},
    {"budget_id"},
    {"created_at", Type::Time, "null", false},
    {"updated_at", Type::Time, "null", false},
};

constexpr Column projectColumns[] {
    {"project_id"},
    {"project_alias"},
    {"description"},
    {"team_id"},
    {"budget_id"},
    {"metadata", Type::Object, "{}"},
    {"models", Type::Texts, "[]"},
    {"spend", Type::Number, "0.0", false},
    {"model_spend", Type::Object, "{}", false},
    {"model_rpm_limit", Type::Object, "{}"},
    {"model_tpm_limit", Type::Object, "{}"},
    {"blocked", Type::Boolean, "false"},
    {"object_permission_id", Type::Text, "null", false},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
};

constexpr Column tagColumns[] {
    {"name"},
    {"description"},
    {"models", Type::Texts, "[]"},
    {"model_info", Type::Object, "{}"},
    {"spend", Type::Number, "0.0", false},
    {"budget_id"},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
};

constexpr Column budgetColumns[] {
    {"budget_id"},
    {"max_budget", Type::Number},
    {"soft_budget", Type::Number},
    {"max_parallel_requests", Type::Integer},
    {"tpm_limit", Type::Integer},
    {"rpm_limit", Type::Integer},
    {"model_max_budget", Type::Object},
    {"budget_duration"},
    {"budget_reset_at", Type::Time},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
};

constexpr Column accessGroupColumns[] {
    {"access_group_id", Type::Text, "null", false},
    {"access_group_name"},
    {"description"},
    {"access_model_names", Type::Texts, "[]"},
    {"access_mcp_server_ids", Type::Texts, "[]"},
    {"access_agent_ids", Type::Texts, "[]"},
    {"assigned_team_ids", Type::Texts, "[]"},
    {"assigned_key_ids", Type::Texts, "[]"},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
};

constexpr Column invitationColumns[] {
    {"id", Type::Text, "null", false},
    {"user_id"},
    {"is_accepted", Type::Boolean, "false"},
    {"accepted_at", Type::Time, "null", false},
    {"expires_at", Type::Time, "null", false},
    {"created_at", Type::Time, "null", false},
    {"created_by", Type::Text, "null", false},
    {"updated_at", Type::Time, "null", false},
    {"updated_by", Type::Text, "null", false},
};

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool fits(Type type, const QJsonValue &value)
{
    switch (type) {
    case Type::Text:
    case Type::Time: return value.isString();
    case Type::Integer: return isWhole(value);
    case Type::Number: return value.isDouble();
    case Type::Boolean: return value.isBool();
    case Type::Texts: {
        const QJsonArray all = value.toArray();
        return value.isArray() && std::all_of(all.begin(), all.end(), [](const QJsonValue &each) { return each.isString(); });
    }
    case Type::List: return value.isArray();
    case Type::Object: return value.isObject();
    case Type::Any: return true;
    }
    return true;
}

/// Pydantic's words.
struct Complaint {
    const char *type, *message;
};

Complaint complaintOf(Type type, const QJsonValue &value)
{
    switch (type) {
    case Type::Integer:
        return value.isString()
            ? Complaint {"int_parsing", "Input should be a valid integer, unable to parse string as an integer"}
            : Complaint {"int_type", "Input should be a valid integer"};
    case Type::Number:
        return value.isString()
            ? Complaint {"float_parsing", "Input should be a valid number, unable to parse string as a number"}
            : Complaint {"float_type", "Input should be a valid number"};
    case Type::Boolean: return {"bool_type", "Input should be a valid boolean"};
    case Type::Texts:
    case Type::List: return {"list_type", "Input should be a valid list"};
    case Type::Object: return {"dict_type", "Input should be a valid dictionary"};
    default: return {"string_type", "Input should be a valid string"};
    }
}

QJsonValue valueOf(const char *json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + "]").array().at(0);
}

} // namespace

std::span<const Column> columnsOf(Kind kind)
{
    switch (kind) {
    case Kind::Key:
    case Kind::DeletedKey: return keyColumns;
    case Kind::User: return userColumns;
    case Kind::Team:
    case Kind::DeletedTeam: return teamColumns;
    case Kind::Member: return memberColumns;
    case Kind::Customer: return customerColumns;
    case Kind::Organization: return organizationColumns;
    case Kind::OrganizationMember: return organizationMemberColumns;
    case Kind::Project: return projectColumns;
    case Kind::Tag: return tagColumns;
    case Kind::Budget: return budgetColumns;
    case Kind::AccessGroup: return accessGroupColumns;
    case Kind::Invitation: return invitationColumns;
    default: return {};
    }
}

QJsonObject rowOf(Kind kind, const QJsonObject &fields)
{
    QJsonObject row;
    for (const Column &column : columnsOf(kind)) {
        const QJsonValue value = fields.value(QLatin1String(column.name));
        row.insert(QLatin1String(column.name), value.isUndefined() || value.isNull() ? valueOf(column.otherwise) : value);
    }
    return row;
}

QJsonArray complaints(Kind kind, const QJsonObject &request)
{
    return complaints(columnsOf(kind), request);
}

QJsonArray complaints(std::span<const Column> columns, const QJsonObject &request)
{
    QJsonArray all;
    for (const Column &column : columns) {
        const QJsonValue value = request.value(QLatin1String(column.name));
        if (value.isUndefined() || value.isNull() || fits(column.type, value))
            continue;
        const Complaint complaint = complaintOf(column.type, value);
        all.append(QJsonObject {{QStringLiteral("type"), QLatin1String(complaint.type)},
            {QStringLiteral("loc"), QJsonArray {QStringLiteral("body"), QLatin1String(column.name)}},
            {QStringLiteral("msg"), QLatin1String(complaint.message)}, {QStringLiteral("input"), value}});
    }
    return all;
}

QJsonObject givenIn(Kind kind, const QJsonObject &request)
{
    QJsonObject given;
    for (const Column &column : columnsOf(kind)) {
        const QJsonValue value = request.value(QLatin1String(column.name));
        if (column.isGiven && !value.isUndefined() && !value.isNull())
            given.insert(QLatin1String(column.name), value);
    }
    return given;
}

} // namespace gatehouse::people
