// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/store/history.h"
#include "core/revision/store/repository.h"
#include "core/revision/store/revision_store.h"
#include "core/revision/store/store_folder.h"

#include <memory>

namespace mediahelm::revision {

// What the store is made of, for its own source files.
struct RevisionStore::Parts {
    Parts(FolderLock &lock, const base::Clock &clock);

    // The repository as it is on disk now, or nullptr when there is none.
    base::Result<Repository *> repository();
    // The same, or notFound.
    base::Result<Repository *> standing();
    // For writing, under `lease`: made where there is none, mended after a kill.
    base::Result<Repository *> writable(FolderLock::Lease &lease);
    // That it is a revision. Errors: notFound.
    base::Status demand(const Repository &repository, const model::RevisionId &id) const;

    GitLibrary library;
    FolderLock &lock;
    const base::Clock &clock;
    StoreFolder folder;
    History history;

private:
    std::unique_ptr<Repository> m_repository;
    quint64 m_identity = 0;
};

} // namespace mediahelm::revision
