// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/sts.h"

namespace gatehouse::credentials {

namespace {

/// Roles taken on one after the other, each with the keys of the one before; the first with the machine's own, where no
/// others are known.
class AwsRecipe final : public Recipe
{
public:
    AwsRecipe(const AwsAccess &access, std::string missing)
        : m_access(access)
        , m_keys(access.keys)
    {
        if (access.keySource.isUsed())
            m_machine = machineKeysRecipe(access.keySource, std::move(missing));
    }

    Result<upstream::Outgoing> ask(Clock::Wall now) override
    {
        return m_machine ? m_machine->ask(now) : roleQuestion(m_access, m_access.roles[m_role], m_keys, now);
    }

    Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) override
    {
        if (m_machine)
            return readMachine(answer, now);
        auto grant = readRole(answer, now);
        if (!grant)
            return Failure {std::move(grant).error()};
        ++m_role;
        return goOn(std::move(*grant));
    }

    Error unreached(const Error &why) const override
    {
        return m_machine ? m_machine->unreached(why) : credentials::unreached(securityTokenService, why);
    }

private:
    Result<std::optional<Grant>> readMachine(const Answer &answer, Clock::Wall now)
    {
        auto keys = m_machine->read(answer, now);
        if (!keys || !*keys)
            return keys;
        m_machine.reset();
        return goOn(std::move(**keys));
    }

    std::optional<Grant> goOn(Grant grant)
    {
        if (m_role == m_access.roles.size())
            return grant;
        m_keys = std::move(grant.keys);
        return std::nullopt;
    }

    AwsAccess m_access;
    AwsKeys m_keys;
    std::unique_ptr<Recipe> m_machine; ///< until it has given its keys
    std::size_t m_role = 0;            ///< the next one to take on
};

} // namespace

std::unique_ptr<Recipe> awsRecipe(const AwsAccess &access, std::string missing)
{
    return std::make_unique<AwsRecipe>(access, std::move(missing));
}

} // namespace gatehouse::credentials
