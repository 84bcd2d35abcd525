// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/model_facts.h"
#include "gateway/core/prices.h"
#include "gateway/core/result.h"

#include <string>
#include <string_view>
#include <vector>

/// Which models there are, what they can do, how much they take and what they cost.
namespace gatehouse::catalogue {

/// What is known of one model at one provider.
struct Entry {
    std::string name;     ///< as the price map spells it: "gpt-4o", "azure/gpt-4o", "us.amazon.nova-pro-v1:0"
    std::string provider; ///< litellm_provider: "openai", "bedrock_converse", "vertex_ai-anthropic_models"
    ModelFacts facts;
    Prices prices;
    std::string source;           ///< address of a public page with the figures
    std::string date;             ///< when they were valid, YYYY-MM-DD
    std::string deprecation = {}; ///< the day its provider ends it, YYYY-MM-DD; empty = not known
};

/// The table of models: resources/models/, or a file in LiteLLM's format in its place. Immutable, read by all threads; part of a
/// Snapshot. The text it was read from is not kept.
class Catalogue
{
public:
    Catalogue() = default;
    explicit Catalogue(std::vector<Entry> entries);

    /// The entry of \a model, as a deployment of \a provider names it (without the provider's prefix). In this order: as it is,
    /// without a route or region of Bedrock's or a series of Azure's, without a fine-tuning's suffix, without a date or version
    /// behind the name. Upper and lower case are the same. nullptr when it is not known.
    const Entry *find(std::string_view provider, std::string_view model) const;
    /// The entry of this very name, case aside.
    const Entry *named(std::string_view name) const;
    /// What "provider/\*" stands for: the names with the provider's prefix, in order, none twice.
    std::vector<std::string> namesOf(std::string_view provider) const;

    const std::vector<Entry> &entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries; // by name, small letters
};

/// The entries of a price map in LiteLLM's own format, in its order. Fails with a message that names the entry and, for what is
/// no price, the member.
Result<std::vector<Entry>> entriesFrom(std::string json);

} // namespace gatehouse::catalogue
