// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <git2.h>

#include <memory>

namespace mediahelm::revision {

template<auto free>
struct FreeWith {
    template<typename T>
    void operator()(T *handle) const
    {
        free(handle);
    }
};

// libgit2's objects, owned.
using RepositoryHandle = std::unique_ptr<git_repository, FreeWith<git_repository_free>>;
using DatabaseHandle = std::unique_ptr<git_odb, FreeWith<git_odb_free>>;
using ObjectHandle = std::unique_ptr<git_odb_object, FreeWith<git_odb_object_free>>;
using TreeHandle = std::unique_ptr<git_tree, FreeWith<git_tree_free>>;
using EntryHandle = std::unique_ptr<git_tree_entry, FreeWith<git_tree_entry_free>>;
using BuilderHandle = std::unique_ptr<git_treebuilder, FreeWith<git_treebuilder_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, FreeWith<git_reference_free>>;
using IteratorHandle = std::unique_ptr<git_reference_iterator, FreeWith<git_reference_iterator_free>>;
using PatchHandle = std::unique_ptr<git_patch, FreeWith<git_patch_free>>;
using ConfigHandle = std::unique_ptr<git_config, FreeWith<git_config_free>>;

// What a function of libgit2 gives by its first argument, with its return code: owned(code, git_odb_read, db, id).
template<typename Handle, typename Function, typename... Arguments>
Handle owned(int &code, Function function, Arguments... arguments)
{
    typename Handle::pointer raw = nullptr;
    code = function(&raw, arguments...);
    return Handle(code < 0 ? nullptr : raw);
}

} // namespace mediahelm::revision
