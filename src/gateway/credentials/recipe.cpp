// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/credentials/recipe.h"

namespace gatehouse::credentials {

std::unique_ptr<Recipe> recipeFor(const CloudAccess &access)
{
    if (const GoogleAccess *google = access.google())
        return googleRecipe(*google, access.missing);
    if (const EntraAccess *entra = access.entra())
        return entraRecipe(*entra);
    const AwsAccess *aws = access.aws();
    Q_ASSERT(aws);
    return awsRecipe(*aws, access.missing);
}

} // namespace gatehouse::credentials
