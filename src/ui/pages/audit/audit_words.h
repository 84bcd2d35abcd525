// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>

#include <array>

/// How the API names what was changed and what was done to it, and how people do.
namespace gatehouse::ui {

struct AuditWord {
    const char *key;
    const char *word; ///< in the context "Audit"
};

inline constexpr std::array auditKinds = {
    AuditWord {"LiteLLM_VerificationToken", QT_TRANSLATE_NOOP("Audit", "Key")},
    AuditWord {"LiteLLM_TeamTable", QT_TRANSLATE_NOOP("Audit", "Team")},
    AuditWord {"LiteLLM_TeamMembership", QT_TRANSLATE_NOOP("Audit", "Member of a team")},
    AuditWord {"LiteLLM_UserTable", QT_TRANSLATE_NOOP("Audit", "User")},
    AuditWord {"LiteLLM_EndUserTable", QT_TRANSLATE_NOOP("Audit", "Customer")},
    AuditWord {"LiteLLM_BudgetTable", QT_TRANSLATE_NOOP("Audit", "Budget")},
    AuditWord {"LiteLLM_OrganizationTable", QT_TRANSLATE_NOOP("Audit", "Organization")},
    AuditWord {"LiteLLM_OrganizationMembership", QT_TRANSLATE_NOOP("Audit", "Member of an organization")},
    AuditWord {"LiteLLM_ProjectTable", QT_TRANSLATE_NOOP("Audit", "Project")},
    AuditWord {"LiteLLM_TagTable", QT_TRANSLATE_NOOP("Audit", "Tag")},
    AuditWord {"LiteLLM_AccessGroupTable", QT_TRANSLATE_NOOP("Audit", "Access group")},
    AuditWord {"LiteLLM_CredentialsTable", QT_TRANSLATE_NOOP("Audit", "Credential")},
    AuditWord {"LiteLLM_ProxyModelTable", QT_TRANSLATE_NOOP("Audit", "Model")},
    AuditWord {"LiteLLM_Config", QT_TRANSLATE_NOOP("Audit", "Setting")},
    AuditWord {"LiteLLM_InvitationLink", QT_TRANSLATE_NOOP("Audit", "Invitation")},
    AuditWord {"LiteLLM_DeletedVerificationToken", QT_TRANSLATE_NOOP("Audit", "Deleted key")},
    AuditWord {"LiteLLM_DeletedTeamTable", QT_TRANSLATE_NOOP("Audit", "Deleted team")},
};

inline constexpr std::array auditActions = {
    AuditWord {"created", QT_TRANSLATE_NOOP("Audit", "created")},
    AuditWord {"updated", QT_TRANSLATE_NOOP("Audit", "changed")},
    AuditWord {"deleted", QT_TRANSLATE_NOOP("Audit", "deleted")},
    AuditWord {"blocked", QT_TRANSLATE_NOOP("Audit", "blocked")},
    AuditWord {"unblocked", QT_TRANSLATE_NOOP("Audit", "unblocked")},
    AuditWord {"rotated", QT_TRANSLATE_NOOP("Audit", "rotated")},
};

} // namespace gatehouse::ui
