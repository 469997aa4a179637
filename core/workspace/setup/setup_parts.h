// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/env/environment.h"
#include "core/workspace/setup/port_choice.h"
#include "core/workspace/setup/setup_text.h"

namespace mediahelm::workspace {

// What making a workspace and adding to one have in common, step by step. Private to core/workspace/setup.

// The entries that are asked for, each once. Errors: notFound, with the nearest; invalid for none at all.
base::Result<QList<CatalogEntry>> chosenEntries(const Catalog &catalog, const QStringList &ids);

// Whether the user's values are of variables that these entries know, and can be. Errors: invalid.
base::Status checkValues(const Catalog &catalog, const QList<CatalogEntry> &entries,
                         const QMap<QString, QString> &values);

// Each with what the variable is already, by `known` or by the user.
QList<PortWish> portWishes(const QList<CatalogEntry> &entries, const VariableLookup &known,
                           const QMap<QString, QString> &values);

QList<SetupSecret> secretsOf(const QList<CatalogEntry> &entries);

// What has to be set for these entries and is not `known` yet: user and time zone, paths, the user's values, ports that
// differ from their default.
QList<LocalValue> localValues(const Catalog &catalog, const QList<CatalogEntry> &entries, const SetupRequest &request,
                              const QList<SetupPort> &ports, const VariableLookup &known);

// The variables that Compose would miss, in the order of the entries; a secret counts as set.
QList<SetupQuestion> questionsOf(const Catalog &catalog, const QList<CatalogEntry> &entries,
                                 const VariableLookup &lookup, const QList<SetupSecret> &secrets);

// The folders of this workspace that the entries mount, as absolute paths.
QList<CatalogFolder> foldersOf(const QList<CatalogEntry> &entries, const VariableLookup &lookup);

// What somebody should know of the choice: retired programs, missing partners, a machine that is too small.
// `ids` are all entries that the workspace then has.
QStringList choiceWarnings(const Catalog &catalog, const QList<CatalogEntry> &entries, const QStringList &ids);
// `present`: what the workspace has already, whose disk is taken, and whose processors and memory are not free.
QStringList machineWarnings(const QList<CatalogEntry> &entries, const QList<CatalogEntry> &present,
                            const MachineFacts &host);

// The entries' files with those that should live in a VPN's network moved into it, where it is among them. Other files
// stay byte for byte. Errors: internal, for a catalog that is not as it should be.
base::Status moveBehindVpn(QList<CatalogEntry> &entries, QStringList &notes);

} // namespace mediahelm::workspace
